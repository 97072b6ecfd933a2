import { Refusal, type Call, type Replies } from './thirdParties';

type Cell = string | number;
type Row = Record<string, Cell>;
type Change = { range: string; values: Cell[][] };

/** A Google Sheet of one tab on this machine: it is read and written by n8n's own node, and answers as Google does. */
export function openSpreadsheet(id: string, ...table: Cell[][]) {
	const at = `sheets.googleapis.com/v4/spreadsheets/${id}`;
	let cells: Cell[][] = [];
	let writes = 0;
	const clear = () => {
		cells = structuredClone(table);
		writes = 0;
	};
	const write = ({ range, values }: Change) => {
		const [, column = '', row = ''] = /!([A-Z]?)(\d+)/.exec(range) ?? [];
		const [from, first] = [column ? column.charCodeAt(0) - 65 : 0, Number(row) - 1];
		values.forEach((line, down) =>
			line.forEach((value, right) => ((cells[first + down] ??= [])[from + right] = value)),
		);
	};
	const take = (changes: Change[]) => {
		writes += 1;
		changes.forEach(write);
		return {};
	};
	const append = ({ values }: Change) => {
		writes += 1;
		cells.push(...values);
		return {};
	};
	clear();
	return {
		at: {
			read: `GET ${at}/values/*`,
			write: `POST ${at}/values:batchUpdate`,
			append: `POST ${at}/values/*`,
		},
		replies: {
			[`GET ${at}`]: { sheets: [{ properties: { sheetId: 0, title: 'Sheet1' } }] },
			// Of an empty sheet Google gives no values at all.
			[`GET ${at}/values/*`]: () => (cells.length > 0 ? { values: cells } : {}),
			// The range ends with ":append": Google looks for the end of the table by itself.
			[`POST ${at}/values/*`]: ({ body }: Call) => append(body as Change),
			[`PUT ${at}/values/*`]: ({ body }: Call) => take([body as Change]),
			[`POST ${at}/values:batchUpdate`]: ({ body }: Call) => take(body.data as Change[]),
		} satisfies Replies,
		/** As Google says no: to somebody without the right to it, or to everybody for a while. */
		forbids: new Refusal(403, {
			error: {
				code: 403,
				message: 'The caller does not have permission',
				status: 'PERMISSION_DENIED',
			},
		}),
		isAway: new Refusal(503, {
			error: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' },
		}),
		/** What now stands in it, row by row, under the words of the first row. */
		rows: (): Row[] =>
			cells
				.slice(1)
				.map((row) =>
					Object.fromEntries((cells[0] ?? []).map((name, index) => [name, row[index] ?? ''])),
				),
		writes: () => writes,
		clear,
	};
}
