import { createRateLimiter } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import type { RateLimiter } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createPace } from '../../../../nodes/Truecaller/api/pacing/pace';
import { retryWaitMs } from '../../../../nodes/Truecaller/api/pacing/retry';
import { createRandom } from '../../../support/random';
import { createVirtualClock } from '../../../support/virtualClock';
import type { VirtualClock } from '../../../support/virtualClock';

const LIMIT = 100;
const WINDOW_MS = 1_000;
const AT_ONCE = 200;
/** How much longer the way of one call is than that of another. */
const JITTER_MS = 10;

/** The service's sliding window: whether a call that arrives now is taken. */
const createService = ({ now }: VirtualClock) => {
	const taken: number[] = [];
	return () => {
		const isTaken = (taken.at(-LIMIT) ?? -Infinity) <= now() - WINDOW_MS;
		if (isTaken) taken.push(now());
		return isTaken;
	};
};

/** What becomes of the calls of so many processes that know nothing of each other, all at work at once. */
const share = async (processes: number, calls: number, latencyMs: number) => {
	const random = createRandom(1);
	const clock = createVirtualClock(() => random() * 2);
	const take = createService(clock);
	let [refused, givenUp] = [0, 0];

	const send = async (gate: RateLimiter): Promise<void> => {
		for (let attempt = 0; ; attempt++) {
			const turn = await gate.nextSlot(clock.sleep);
			await clock.sleep(random() * 3);
			turn?.departed();
			await clock.sleep(random() * JITTER_MS);
			const isTaken = take();
			await clock.sleep(latencyMs * random());
			if (isTaken) return;
			refused++;
			turn?.refused();
			const waitMs = retryWaitMs({
				failure: { kind: 'answered', status: 429 },
				attempt,
				repeatable: false,
				random: random(),
			});
			if (waitMs === undefined) return void givenUp++;
			await clock.sleep(waitMs);
		}
	};

	const workOf = async (): Promise<void> => {
		const gate = createRateLimiter(createPace(LIMIT, WINDOW_MS), clock.now);
		let left = calls;
		const lane = async () => {
			while (left-- > 0) await send(gate);
		};
		await Promise.all(Array.from({ length: AT_ONCE }, lane));
	};

	const work = Promise.all(Array.from({ length: processes }, workOf));
	await clock.run();
	await work;
	const leastMs = (processes * calls * WINDOW_MS) / LIMIT;
	return { givenUp, refused: refused / (processes * calls), time: clock.now() / leastMs };
};

describe('processes that know nothing of each other and share the pace of an account', () => {
	it.each([0, 10, 100, 1_000])(
		'lose no call, and few are turned away, with answers that take %i ms',
		async (latencyMs) => {
			const two = await share(2, 2_000, latencyMs);
			expect(two).toMatchObject({ givenUp: 0 });
			expect(two.refused).toBeLessThan(0.05);
			expect(two.time).toBeLessThan(1.3);
		},
	);

	it('go on when they are four', async () => {
		const four = await share(4, 1_000, 100);
		expect(four).toMatchObject({ givenUp: 0 });
		expect(four.refused).toBeLessThan(0.1);
		expect(four.time).toBeLessThan(1.3);
	});

	it('are turned away never when there is one', async () => {
		expect(await share(1, 2_000, 100)).toMatchObject({ givenUp: 0, refused: 0 });
	});
});
