import type { RateLimiter, Slot } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createSender, LANE_LOST } from '../../../../nodes/Truecaller/api/pacing/sender';

/** Gives out the slots of eight lanes, the last lane first, and notes whether a repeat asked. */
const createLimiter = () => {
	const asked: boolean[] = [];
	const limiter: RateLimiter = {
		nextSlot: async (_sleep, isRepeat = false): Promise<Slot> => {
			const lane = Math.max(0, 7 - asked.length);
			asked.push(isRepeat);
			return { lane, departed: () => undefined, refused: () => undefined, taken: () => undefined };
		},
	};
	return { asked, limiter };
};

const request = (rateLimiter: RateLimiter, lanes: number[]) => ({
	send: async (_body: unknown, _timeoutMs: number, lane: number) => {
		lanes.push(lane);
		return lane > 0 ? LANE_LOST : ({ ok: true, body: {} } as const);
	},
	repeatable: false,
	rateLimiter,
	timeLimitMs: 60_000,
});

describe('a call whose lane has lost its token', () => {
	it('goes to the next lane at once, before calls that were never sent, and at last to n8n', async () => {
		const { asked, limiter } = createLimiter();
		const lanes: number[] = [];
		const startedAt = Date.now();
		expect(await createSender(() => false)(request(limiter, lanes))).toMatchObject({ ok: true });
		expect(lanes).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
		expect(asked).toEqual([false, true, true, true, true, true, true, true]);
		// No pause, as there is before a call is repeated.
		expect(Date.now() - startedAt).toBeLessThan(250);
	});
});
