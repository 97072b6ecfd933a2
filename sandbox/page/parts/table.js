import { html } from './html.js';

export const Row = ({ cells, columns }) => html`
	<tr role="row">
		${cells.map(
			(cell, index) => html`<td role="cell" data-column=${columns[index]}><div>${cell}</div></td>`,
		)}
	</tr>
`;

/**
 * A table. On a narrow screen its rows become blocks, and each cell shows the name of its column.
 * The roles keep it a table for screen readers. The children are its rows.
 */
export const Table = ({ label, columns, tall = false, children }) => html`
	<div class=${tall ? 'scroll tall' : 'scroll'} tabindex="0" role="region" aria-label=${label}>
		<table role="table">
			<thead role="rowgroup">
				<tr role="row">
					${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${children}
			</tbody>
		</table>
	</div>
`;
