import { PERSONALISE_BATCH } from '../../../../nodes/Truecaller/api/facts/endpoints';
import {
	PUSHED,
	refusal,
	PLUS,
	NO_ROUTE,
	OPEN,
	setStageOf,
	setStage,
	callers,
} from '../../../support/scriptedAccount';

describe('requests that start together', () => {
	it('wait for the answer of the first, so that one of them pays for the search', async () => {
		const stage = setStageOf((caller) => (String(caller).startsWith('+') ? PUSHED : PLUS));
		const replies = await Promise.all(
			Array.from({ length: 50 }, async () => await stage.personalise()),
		);
		expect(replies.every(({ ok }) => ok)).toBe(true);
		expect(stage.sent).toHaveLength(51);
	});

	it('search one at a time when the first answer told nothing', async () => {
		const fault = refusal('', 'boom', 500);
		const stage = setStage(fault, PLUS, PLUS, PLUS, PLUS, PLUS);
		await Promise.all(Array.from({ length: 4 }, async () => await stage.personalise()));
		expect(callers(stage)).toEqual([...Array<string>(4).fill('912268012345'), '+912268012345']);
	});
});

describe('what one kind of request found out', () => {
	it('is tried first by another kind, where its own page says otherwise', async () => {
		const stage = setStage(PLUS);
		await stage.personalise();
		const batch = { open: OPEN.open, place: 'batch' as const };
		const seen: boolean[] = [];
		await stage.speak(PERSONALISE_BATCH.v2, {
			openForms: batch,
			body: (_nowMs, { automaticPlus }) => {
				seen.push(automaticPlus);
				return {};
			},
		});
		expect(seen).toEqual([true]);
	});

	it('is told once, with the option that skips the search', async () => {
		const stage = setStage(NO_ROUTE, PLUS);
		await stage.personalise();
		expect(stage.dialects.hint()).toBe(
			"This account wants version 1 of this call and numbers with +, which differs from Truecaller's newest documentation. To find this out, a refused request was sent again in another form. To skip the search, set Options → API Version to V1 and Number Format to With +.",
		);
	});

	it('is nothing where the documented form was accepted', async () => {
		const stage = setStage();
		await stage.personalise();
		expect(stage.dialects.hint()).toBeUndefined();
	});
});
