import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';

const STEPS = [
	[
		'flow',
		'Your workflow says who calls, and why',
		'Just before a call, n8n sends your name and a reason to the customer’s phone.',
	],
	[
		'phone',
		'The customer sees it before picking up',
		'“Acme Bank: your new card is on its way” in place of an unknown number.',
	],
	[
		'again',
		'They answer, your workflow acts',
		'Missed it? They ask for a call at a time that suits, and n8n makes the task.',
	],
];

/** What the nodes are for, in three steps. */
export const Story = () => html`
	<section class="story" aria-labelledby="story-title">
		<ol>
			${STEPS.map(
				([icon, title, words]) => html`
					<li>
						<span class="stepmark"><${Icon} name=${icon} /></span>
						<div>
							<h2>${title}</h2>
							<p>${words}</p>
						</div>
					</li>
				`,
			)}
		</ol>
	</section>
`;
