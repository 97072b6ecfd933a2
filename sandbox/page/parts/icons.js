import { html } from './html.js';

const PATHS = {
	phone:
		'M6.6 3.5 9 3l2 4.6-2 1.7a12 12 0 0 0 5.7 5.7l1.7-2 4.6 2-.5 2.4A3.4 3.4 0 0 1 17 20 14 14 0 0 1 4 7a3.4 3.4 0 0 1 2.6-3.5Z',
	check: 'M5 12.5 10 17.5 19.5 7',
	open: 'M14 4h6v6M20 4l-9 9M18 14v5H5V6h5',
	copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
	clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
	star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9L3.500 9.700l5.9-.8z',
	again: 'M4 12a8 8 0 1 0 2.600-5.900M4 4v4.500h4.500',
	flow: 'M4 7h6v6H4zM14 11h6v6h-6zM10 10h2.500v4H14',
	bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20.500h4',
};

/** A drawn icon. Screen readers skip it, because the words are beside it. */
export const Icon = ({ name }) => html`
	<svg
		class="icon"
		viewBox="0 0 24 24"
		aria-hidden="true"
		focusable="false"
		fill="none"
		stroke="currentColor"
	>
		<path d=${PATHS[name]} />
	</svg>
`;
