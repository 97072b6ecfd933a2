import { READ_TIMEOUT_MS } from '../../nodes/Truecaller/simulation/events/taken';
import { oneOf, waitMs, wholeNumber, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

/** Switches of what only a server does: waiting, headers, webhooks. README.md explains each. */
export type ServerSettings = {
	/** Wait before every answer. */
	latencyMs: number;
	/** Wait before the answer to a login, on top of `latencyMs`. */
	loginDelayMs: number;
	/** [U] §1.2: no such header is documented; when sent, it tells the true wait. */
	retryAfter: 'none' | 'seconds' | 'date';
	/** How many times as fast as real time the waits between attempts pass. */
	webhookSpeed: number;
	/** [D3] 20,000 ms to connect, and as long for each part of the answer; [D4] "20,00 ms": §8 C14. */
	webhookTimeoutMs: number;
	/** [D3] 60,000 ms for the whole call; [D4] has no such row: §8 C14. */
	webhookWholeCallMs: number;
	/** [S] "2XX" on one page, "200 OK" on another: §8 C15. */
	webhookTakenStatus: '2xx' | '200';
	/** Off, nothing is delivered but to this machine: a stand-in has no business elsewhere. */
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
