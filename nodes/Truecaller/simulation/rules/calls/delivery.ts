import type { WireStatusInfo } from '../../../api/facts/wire';
import type { ModelSettings } from '../../settings/settings';
import type { Fields } from '../shape';

/** How the receiver's phone shows a call, for the page that draws it. */
export type Sight =
	| 'shown'
	| 'noTruecaller'
	| 'osNotSupported'
	| 'oldApp'
	| 'outOfReach'
	| 'noSuchNumber'
	| 'nobodyKnows';

/** One accepted call, and how the receiver's phone shows it. */
export type Push = {
	readonly clientAccountId: string;
	readonly receiverNumber: string;
	readonly sight: Sight;
	/** The call record in the names of v2. */
	readonly record: Fields;
	/** When it was accepted, by the simulation's clock (epoch ms). */
	readonly atMs: number;
	/** The batch of the record. The phone shows it only when the batch has settled. */
	readonly batchId: string | null;
};

/** The result of pushing an accepted record. */
export type Outcome = { readonly sight: Sight } & (
	| { readonly kind: 'pushed'; readonly verdict: WireStatusInfo }
	| { readonly kind: 'notPushed'; readonly verdict: WireStatusInfo }
	| { readonly kind: 'lostConnection' }
	| { readonly kind: 'serverFault' }
);

const notPushed = (sight: Sight, message: string, field?: string): Outcome => ({
	kind: 'notPushed',
	sight,
	verdict: { status: 'error', ...(field === undefined ? {} : { field }), message },
});

/** [S][D3][D4] Exactly these words. */
const PUSHED: Outcome = {
	kind: 'pushed',
	sight: 'shown',
	verdict: { status: 'success', message: 'Record processed successfully' },
};

const FAILED_TO_PUSH = notPushed('outOfReach', 'Failed to push');

/**
 * Outcomes by the last four digits of the receiver. [I] throughout: §6.1 gives the reasons in prose
 * [S], the words are those of the Verified Campaigns page [F], and "Failed to push" is the title
 * itself [S].
 */
export const OUTCOMES: Readonly<
	Record<string, { readonly outcome: Outcome; readonly meaning: string }>
> = {
	'0001': {
		outcome: notPushed('noTruecaller', 'Receiver is not a Truecaller user'),
		meaning: 'not a Truecaller user',
	},
	'0002': {
		outcome: notPushed('osNotSupported', "Receiver's OS is not supported"),
		meaning: 'OS not supported',
	},
	'0003': {
		outcome: notPushed('oldApp', "Receiver's app version is not supported"),
		meaning: 'app version not supported',
	},
	'0004': { outcome: FAILED_TO_PUSH, meaning: 'phone out of reach' },
	'0005': {
		outcome: notPushed('noSuchNumber', 'Invalid receiver number', 'receiver_number'),
		meaning: 'invalid receiver number',
	},
	'0006': {
		outcome: { kind: 'lostConnection', sight: 'nobodyKnows' },
		meaning: 'the request is read, then the connection is cut; in a batch its row never comes',
	},
	'0007': {
		outcome: { kind: 'serverFault', sight: 'nobodyKnows' },
		meaning: 'HTTP 500 internal-server-error; in a batch "Internal system errors"',
	},
};

/** For `unreachableOnce`: the call or batch that first found a receiver unreachable. */
export type OutOfReach = Map<string, string>;
export type PushAttempt = {
	/** ID of the call or batch: a receiver that is twice in one batch fails twice. */
	readonly id: string;
	readonly outOfReach: OutOfReach;
	readonly unreachableOnce: boolean;
};

/**
 * Returns the outcome for a receiver. With `unreachableOnce`, the next call or batch reaches the
 * phone.
 */
export const outcomeFor = (receiverNumber: string, attempt: PushAttempt): Outcome => {
	const outcome = OUTCOMES[receiverNumber.slice(-4)]?.outcome ?? PUSHED;
	if (outcome !== FAILED_TO_PUSH || !attempt.unreachableOnce) return outcome;
	const digits = receiverNumber.replace('+', '');
	const metBy = attempt.outOfReach.get(digits) ?? attempt.id;
	attempt.outOfReach.set(digits, metBy);
	return metBy === attempt.id ? outcome : PUSHED;
};

/** §8 C2: [S][D3][D4] `status_info`, [D2b] `statusInfo`, [D2a] flat. */
export const inDialect = (verdict: WireStatusInfo, dialect: ModelSettings['dialect']): object => {
	return dialect === 'flat' ? verdict : { [dialect]: verdict };
};
