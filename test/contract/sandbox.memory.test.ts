import { createReceivedLog } from '../../sandbox/memory/received';
import type { Arrival } from '../../sandbox/memory/received';

const arrival = (at: number, bodyText: string): Arrival => ({
	at,
	route: 'labels',
	method: 'GET',
	path: '/clients/x/labels',
	query: {},
	headers: { accept: '*/*' },
	tokenOrdinal: null,
	status: 200,
	bodyText,
});

describe('what was received is remembered within bounds', () => {
	it('the last 200,000 calls are listed, the newest 20,000 with all they brought', () => {
		const log = createReceivedLog();
		for (let at = 1; at <= 430_000; at += 1) log.add(arrival(at, '{"n":1}'));
		const list = log.list();
		expect(list).toHaveLength(200_000);
		expect([list[0]?.at, list.at(-1)?.at]).toEqual([230_001, 430_000]);
		expect(list.filter(({ trimmed }) => !trimmed)).toHaveLength(20_000);
		expect(list.at(-20_001)).toMatchObject({ trimmed: true, body: null, headers: {} });
		expect(list.at(-20_000)).toMatchObject({ trimmed: false, body: { n: 1 } });
		expect(log.counts()).toEqual({ labels: { 200: 430_000 } });
	});

	it('large bodies are forgotten sooner, the newest never', () => {
		const log = createReceivedLog();
		const body = JSON.stringify('x'.repeat(5_000_000));
		for (let at = 1; at <= 20; at += 1) log.add(arrival(at, body));
		const kept = log.list().filter(({ trimmed }) => !trimmed);
		expect(kept.map(({ at }) => at)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
	});
});
