import { READ_TIMEOUT_MS } from '../../nodes/Truecaller/simulation/events/taken';
import { oneOf, waitMs, wholeNumber, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

/** Settings that only a server has: waits, headers, webhooks. README.md explains each. */
export type ServerSettings = {
	/** Wait before every answer, in ms. */
	latencyMs: number;
	/** Additional wait before the answer to a login, in ms. */
	loginDelayMs: number;
	/** [U] §1.2: this header is not documented. If sent, it tells the exact wait. */
	retryAfter: 'none' | 'seconds' | 'date';
	/** Speed of the clock for retries, as a multiple of real time. */
	webhookSpeed: number;
	/**
	 * [D3] 20,000 ms to connect, and the same for each part of the answer; [D4] "20,00 ms": §8 C14.
	 */
	webhookTimeoutMs: number;
	/** [D3] 60,000 ms for the whole request; [D4] has no such row: §8 C14. */
	webhookWholeCallMs: number;
	/** [S] "2XX" on one page, "200 OK" on another: §8 C15. */
	webhookTakenStatus: '2xx' | '200';
	/** If off, deliveries go only to this machine. */
	webhookBeyondThisMachine: boolean;
};

export const defaultServerSettings = (): ServerSettings => ({
	latencyMs: 0,
	loginDelayMs: 0,
	retryAfter: 'none',
	webhookSpeed: 1,
	webhookTimeoutMs: READ_TIMEOUT_MS,
	webhookWholeCallMs: 60_000,
	webhookTakenStatus: '2xx',
	webhookBeyondThisMachine: false,
});

export const SERVER_REQUIREMENTS: Record<keyof ServerSettings, Requirement> = {
	latencyMs: waitMs,
	loginDelayMs: waitMs,
	retryAfter: oneOf('none', 'seconds', 'date'),
	webhookSpeed: wholeNumber(1, 1_000_000_000),
	webhookTimeoutMs: waitMs,
	webhookWholeCallMs: waitMs,
	webhookTakenStatus: oneOf('2xx', '200'),
	webhookBeyondThisMachine: yesOrNo,
};
