import {
	Virtualizer,
	observeWindowOffset,
	observeWindowRect,
	windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

import { html } from '../parts/html.js';

/** Rows drawn above and below the visible ones, so that the Tab key always finds the next one. */
const OVERSCAN_ROWS = 2;

const rowOptions = (count, rowPx, scrollMargin, onChange) => ({
	count,
	estimateSize: () => rowPx,
	overscan: OVERSCAN_ROWS,
	scrollMargin,
	getScrollElement: () => window,
	observeElementRect: observeWindowRect,
	observeElementOffset: observeWindowOffset,
	scrollToFn: windowScroll,
	initialOffset: () => window.scrollY,
	onChange,
});

/** Returns how many columns fit, and where the list begins on the page. */
function usePlace(columnPx) {
	const list = useRef(null);
	const [place, setPlace] = useState({ columns: 1, top: 0 });
	useLayoutEffect(() => {
		const measure = () => {
			if (!list.current) return;
			const { width, top } = list.current.getBoundingClientRect();
			const next = {
				columns: Math.max(1, Math.floor(width / columnPx)),
				top: Math.round(top + window.scrollY),
			};
			setPlace((now) => (now.columns === next.columns && now.top === next.top ? now : next));
		};
		const observer = new ResizeObserver(measure);
		observer.observe(list.current);
		observer.observe(document.body);
		return () => observer.disconnect();
	}, []);
	return [list, place];
}

/**
 * A grid of any length that draws only its visible part. All rows have the same height, and the
 * page itself scrolls.
 */
export function Grid({ items, rowPx, columnPx, label, draw }) {
	const [list, { columns, top }] = usePlace(columnPx);
	const [, redraw] = useReducer((times) => times + 1, 0);
	const count = Math.ceil(items.length / columns);
	const [virtualizer] = useState(() => new Virtualizer(rowOptions(count, rowPx, top, redraw)));
	virtualizer.setOptions(rowOptions(count, rowPx, top, redraw));
	useLayoutEffect(() => virtualizer._didMount(), []);
	useLayoutEffect(() => virtualizer._willUpdate());
	const cells = virtualizer.getVirtualItems().flatMap(({ index, start }) =>
		items.slice(index * columns, (index + 1) * columns).map((item, column) => ({
			item,
			column,
			y: start - top,
			position: index * columns + column,
		})),
	);
	return html`
		<div
			class="grid"
			ref=${list}
			role="list"
			aria-label=${label}
			style=${{ height: `${virtualizer.getTotalSize()}px`, '--columns': columns }}
		>
			${cells.map(
				({ item, column, y, position }) => html`
					<div
						class="cell"
						role="presentation"
						key=${item.number}
						style=${{ transform: `translateY(${y}px)`, '--column': column }}
					>
						${draw(item, position + 1)}
					</div>
				`,
			)}
		</div>
	`;
}
