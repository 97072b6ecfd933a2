import { ENDPOINTS, getBatchStatus, toUrl } from '../../../nodes/Truecaller/api/facts/endpoints';
import type { Endpoint } from '../../../nodes/Truecaller/api/facts/endpoints';
import { LIMITS } from '../../../nodes/Truecaller/api/facts/limits';
import { createSimulation, SIMULATED_ACCOUNT } from '../../../nodes/Truecaller/api/simulated';
import type { Transport } from '../../../nodes/Truecaller/api/simulated';

const { clientAccountId } = SIMULATED_ACCOUNT;
const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

/** A simulation whose clock stands where it is put. */
const open = () => {
	let nowMs = Date.parse('2026-03-02T10:00:00Z');
	const send = createSimulation({ nowMs: () => nowMs });
	return { send, pass: (ms: number) => (nowMs += ms) };
};

const ask = async (send: Transport, endpoint: Endpoint, more: object = {}) =>
	await send({
		method: endpoint.method,
		url: toUrl(endpoint, '', clientAccountId),
		...more,
	});
const countNumbers = async (send: Transport) => {
	const reply = await ask(send, ENDPOINTS.getNumbers, { qs: { limit: 100 } });
	return (JSON.stringify(reply).match(/"phone_number"/g) ?? []).length;
};

describe('the simulation behind the client', () => {
	it('logs in by itself, and again when its access token has expired', async () => {
		const { send, pass } = open();
		const oks = [(await ask(send, ENDPOINTS.getLabels)).ok];
		for (let round = 0; round < 12; round++) {
			pass(LIMITS.tokenLifeMs);
			oks.push((await ask(send, ENDPOINTS.getLabels)).ok);
		}
		expect(oks).toEqual(oks.map(() => true));
	});

	it('remembers from one run to the next what was listed, and each simulation has a world of its own', async () => {
		const [one, other] = [open(), open()];
		const before = await countNumbers(one.send);
		await ask(one.send, ENDPOINTS.listNumbers({ featureSet: FLOWERS }), {
			body: { phone_numbers: ['912268010009'] },
		});
		expect(await countNumbers(one.send)).toBe(before + 1);
		expect(await countNumbers(other.send)).toBe(before);
	});

	it('reads a query as text, as it would travel', async () => {
		const { send } = open();
		const reply = await ask(send, ENDPOINTS.getLabels, { qs: { page: 2, limit: 5 } });
		expect(reply.ok && Array.isArray(reply.body) && reply.body.length).toBe(5);
	});

	it('says of a batch that it does not know why that may be', async () => {
		const { send } = open();
		const reply = await ask(send, getBatchStatus('v3'), { qs: { batchId: 'none' } });
		expect(reply).toMatchObject({
			ok: false,
			failure: { status: 404, words: { message: 'This simulation does not know the batch' } },
		});
	});

	it('hands out copies, so that nobody changes what it remembers', async () => {
		const { send } = open();
		const first = await ask(send, ENDPOINTS.getLabels);
		if (first.ok && Array.isArray(first.body)) first.body.length = 0;
		const second = await ask(send, ENDPOINTS.getLabels);
		expect(second.ok && Array.isArray(second.body) && second.body.length).toBe(12);
	});
});
