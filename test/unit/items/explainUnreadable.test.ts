import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import type { Fault, Problem } from '../../../nodes/Truecaller/api/problems';
import { explainUnreadable } from '../../../nodes/Truecaller/items/explainUnreadable';
import type { Placed } from '../../../nodes/Truecaller/items/results';
import { toProblem } from '../../../nodes/Truecaller/resources/callPersonalisation/fault';
import { createStrict } from '../../support/strict';

const node: INode = {
	id: '1',
	name: 'Truecaller',
	type: 'n8n-nodes-truecaller.truecaller',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const context = createStrict<IExecuteFunctions>({ getNode: () => node });

const faultOf = (field: string, name: string, says: string, todo: string): Fault => ({
	field,
	name,
	says,
	todo,
});
const tooShort = (length: number): Fault =>
	faultOf(
		'callReason',
		'Call Reason',
		`has ${length} characters and needs at least 10`,
		'Write 10 to 100 characters.',
	);
const NO_CODE = faultOf(
	'receiverNumber',
	'Receiver Number',
	'has no country code',
	'Write it with + and the country code.',
);
const SIGNS = faultOf('callReason', 'Call Reason', 'has "!" in it', 'Take it out.');

const place = (index: number, ...faults: readonly Fault[]): Placed => ({
	index,
	problem: toProblem(faults),
});
const explain = (total: number, found: readonly Placed[], othersGoOn = true) =>
	explainUnreadable(context, { found, total, othersGoOn });
const linesOf = (total: number, found: readonly Placed[], othersGoOn = true) =>
	explain(total, found, othersGoOn).description?.split(' <br />');

const HOW_TO_SEND_2 =
	"To send the other 2 items all the same, open the Settings of this node and set 'On Error' to 'Continue (using error output)'.";
const ROWS =
	'Rows are counted for a sheet with one header row, all of whose rows came in, in their order.';

describe('the error for items that cannot be read', () => {
	it('is plain for one item with one fault', () => {
		expect(explain(1, [place(0, NO_CODE)])).toMatchObject({
			message: "'Receiver Number' has no country code",
			description: 'Write it with + and the country code.',
			context: { itemIndex: 0 },
		});
	});

	it('has a line for each field of one item, with all that is wrong with that field', () => {
		expect(explain(1, [place(0, NO_CODE, tooShort(3), SIGNS)]).message).toBe(
			"'Receiver Number' and 'Call Reason' cannot be sent as they are",
		);
		expect(linesOf(1, [place(0, NO_CODE, tooShort(3), SIGNS)])).toEqual([
			"'Receiver Number' has no country code. Write it with + and the country code.",
			'\'Call Reason\' has 3 characters and needs at least 10, and has "!" in it. Write 10 to 100 characters. Take it out.',
		]);
	});

	it('names the one of many and its row, and how to send the others', () => {
		expect(explain(3, [place(2, NO_CODE)]).message).toBe(
			"'Receiver Number' has no country code [item 2]",
		);
		expect(linesOf(3, [place(2, NO_CODE)])).toEqual([
			"Item 2 (row 4): 'Receiver Number' has no country code. Write it with + and the country code.",
			'Nothing was sent.',
			HOW_TO_SEND_2,
			ROWS,
		]);
	});

	it('groups many by cause, and keeps what to do about each', () => {
		const found = [
			place(1, tooShort(3)),
			place(3, tooShort(5), NO_CODE),
			place(4, NO_CODE),
			place(5, NO_CODE),
		];
		expect(explain(6, found)).toMatchObject({
			message: '4 of 6 items cannot be sent as they are; the first is item 1',
			context: { itemIndex: 1 },
		});
		expect(linesOf(6, found)).toEqual([
			"Items 1 and 3 (rows 3 and 5): 'Call Reason' has 3 characters and needs at least 10, for example. Write 10 to 100 characters.",
			"Items 3–5 (rows 5–7): 'Receiver Number' has no country code. Write it with + and the country code.",
			'Nothing was sent.',
			HOW_TO_SEND_2,
			ROWS,
		]);
	});

	it('names the rows that the Google Sheets node noted, also where a filter left some out', () => {
		const found = [
			{ ...place(1, NO_CODE), row: 41 },
			{ ...place(2, NO_CODE), row: 7 },
		];
		expect(linesOf(3, found)).toEqual([
			expect.stringMatching(/^Items 1 and 2 \(rows 7 and 41\): /),
			'Nothing was sent.',
			expect.stringContaining('To send the other item all the same'),
		]);
	});

	it('promises nothing for the others where there are none, or where they need these', () => {
		expect(linesOf(2, [place(0, NO_CODE), place(1, NO_CODE)])?.slice(1)).toEqual([
			'Nothing was sent.',
			ROWS,
		]);
		expect(linesOf(3, [place(2, NO_CODE)], false)?.slice(1)).toEqual(['Nothing was sent.', ROWS]);
	});

	it('says of many items with the same cause only once what to do, and names 20 ranges of them', () => {
		const found = Array.from({ length: 45 }, (_none, index) => place(index * 2, NO_CODE));
		const [line] = linesOf(100, found) ?? [];
		expect(line).toMatch(
			/^Items 0, 2, [\d, ]+, 38 and 25 more \(rows 2, 4, [\d, ]+ and 25 more\): /,
		);
	});

	it.each([
		[20, 0],
		[21, 1],
		[45, 25],
	])('tells at most twenty of %i causes', (count, more) => {
		const causes = Array.from(
			{ length: count },
			(_none, index): Problem => problem(`Cause ${index}`, 'Mend it.'),
		);
		const lines = linesOf(
			100,
			causes.map((each, index) => ({ index, problem: each })),
		);
		expect(lines?.filter((line) => line.startsWith('Item'))).toHaveLength(20);
		expect(lines?.filter((line) => line.startsWith('And '))).toEqual(
			more === 0 ? [] : [`And ${more} more causes.`],
		);
	});

	it('shows a placeholder in angle brackets, which the editor would take for HTML', () => {
		const fault = faultOf('labelName', 'Label Name', 'has "<NAME>" in it', 'Fill it in.');
		expect(linesOf(3, [place(2, fault)])?.[0]).toBe(
			'Item 2 (row 4): \'Label Name\' has "&lt;NAME>" in it. Fill it in.',
		);
	});
});
