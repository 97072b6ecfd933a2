import { LIMITS } from '../../api/facts/limits';
import { findRefusal, READ_TIMEOUT_MS } from '../../simulation/events/taken';
import type { WebhookAnswer } from '../../simulation/events/taken';
import { MAX_ANSWER_BYTES } from './post';
import type { Delivery } from './post';
import type { TestEvent } from './readTestEvent';
import type { KeySource } from './webhookAddress';

/** Whether Truecaller would count an event as delivered, and the next step. */
export type Verdict = { readonly taken: boolean; readonly advice: string };

const AGAIN = 'Truecaller would deliver the event again.';
const DAYS = LIMITS.eventsKeptMs / 86_400_000;

const TAKEN =
	'Look at the executions of the trigger’s workflow. The trigger answers the same to an event that its Events and Options filter out, and starts nothing.';
const REPEAT = `So it does to an Event ID that it has had in the last ${DAYS} days: a repeat starts nothing.`;

/** Tells which key was wrong, and where to correct it. */
const WRONG_KEY: Readonly<Record<KeySource, string>> = {
	url: "The key in 'Webhook URL' is wrong. Correct it there, or take it out so that 'Webhook Key' counts.",
	parameter: "'Webhook Key' of this node is wrong.",
	credential:
		"The 'Webhook Key' in the credential of this node is wrong. Choose the credential of the trigger here, or enter its key in 'Webhook Key'.",
	none: "No key was sent: there is none in 'Webhook URL', in 'Webhook Key', or in the credential of this node.",
};
const RIGHT_KEY = `The trigger expects the Webhook Key of the credential that is chosen in the Truecaller Trigger; a key of fewer than ${LIMITS.webhookKeyMinLength} characters never counts.`;

const NOBODY_LISTENS =
	'Nobody listens at this test URL. It takes one event within two minutes after Execute was pressed in the Truecaller Trigger: press it, then send again.';
const NOT_PUBLISHED =
	'n8n knows no published trigger at this URL. Publish the workflow of the Truecaller Trigger, and copy its Production URL again.';
const REDIRECTED =
	"The URL leads on to another address, and nothing was sent there. Enter the address that it leads to as 'Webhook URL'.";
const UNDECIDED =
	'The first delivery of this Event ID is still under way. Send it again when its workflow has ended.';
const TOO_LATE = `The answer came after more than ${READ_TIMEOUT_MS / 1_000} seconds, which is too late. ${AGAIN} Set Respond in the trigger to At Once, or make its workflow faster.`;
const NO_TRIGGER = "Check that 'Webhook URL' is the one of a Truecaller Trigger.";
const TOO_LONG = `The answer is longer than ${MAX_ANSWER_BYTES / 1024} KB and was not read to its end, so nobody can say whether Truecaller would count the event as delivered. ${NO_TRIGGER}`;

const UNREACHABLE =
	'n8n cannot reach this address. From within n8n, use http://localhost:5678 and the path of the URL where n8n listens at its usual port; Truecaller itself needs the public address, which is set with WEBHOOK_URL.';
const NO_ANSWER = `No answer came in time. ${AGAIN} Set Respond in the trigger to At Once, or make its workflow faster.`;
const CUT_OFF = `The connection ended without an answer that can be read. ${AGAIN} Check 'Webhook URL', and whether a proxy stands before n8n.`;

const UNREACHABLE_CODES =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/;
const TIMED_OUT = /^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT)$/;

const adviseWithoutAnswer = (code: string): string => {
	if (UNREACHABLE_CODES.test(code)) return UNREACHABLE;
	return TIMED_OUT.test(code) ? NO_ANSWER : CUT_OFF;
};

const adviseOnStatus = (status: number, { address }: TestEvent): string | undefined => {
	if (status === 401) return `${WRONG_KEY[address.keySource]} ${RIGHT_KEY}`;
	if (status === 404) return address.isTestUrl ? NOBODY_LISTENS : NOT_PUBLISHED;
	if (status === 503) return `${UNDECIDED} ${AGAIN}`;
	return status >= 300 && status < 400 ? REDIRECTED : undefined;
};

type Answered = Extract<Delivery, { answer: WebhookAnswer }>;

/**
 * Returns true if only the length is wrong: the start of a long JSON text is not valid JSON, which
 * would be the wrong reason to give.
 */
const isRefusedForLength = ({ answer, isCut }: Answered): boolean =>
	isCut && findRefusal({ ...answer, bodyText: '{}' }) === undefined;

const adviseOnAnswer = (delivery: Answered, event: TestEvent): Verdict => {
	if (isRefusedForLength(delivery)) return { taken: false, advice: TOO_LONG };
	const { answer, durationMs } = delivery;
	const refusal = findRefusal(answer);
	if (refusal !== undefined) {
		const other = `Not taken, because ${refusal}. ${AGAIN} ${NO_TRIGGER}`;
		return { taken: false, advice: adviseOnStatus(answer.status, event) ?? other };
	}
	if (durationMs > READ_TIMEOUT_MS) return { taken: false, advice: TOO_LATE };
	return { taken: true, advice: event.mayBeRepeat ? `${TAKEN} ${REPEAT}` : TAKEN };
};

/** Judges a delivery as Truecaller would. */
export const advise = (delivery: Delivery, event: TestEvent): Verdict =>
	'answer' in delivery
		? adviseOnAnswer(delivery, event)
		: { taken: false, advice: adviseWithoutAnswer(delivery.code) };
