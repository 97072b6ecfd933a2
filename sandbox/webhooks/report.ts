import type { Attempt, DeliverySeen } from './deliveries';
import {
	isScenarioName,
	SCENARIOS,
	SCENARIO_NAMES,
} from '../../nodes/Truecaller/simulation/events/scenarios';

const UNITS: ReadonlyArray<readonly [ms: number, name: string]> = [
	[86_400_000, 'day'],
	[3_600_000, 'hour'],
	[60_000, 'minute'],
	[1_000, 'second'],
];

function span(ms: number): string {
	const [unitMs, name] = UNITS.find(([each]) => ms >= each && ms % each === 0) ?? [1, 'ms'];
	const count = ms / unitMs;
	return name === 'ms' || count === 1 ? `${count} ${name}` : `${count} ${name}s`;
}

const answerLine = ({ status, answer }: Attempt): string =>
	status === null ? 'no answer' : `answered ${status} ${answer.trim() || '(no body)'}`;

const verdictLine = ({ taken, reason }: Attempt): string =>
	taken ? 'delivered: Truecaller would not send it again' : `not delivered: ${reason}`;

function nextLine({ state, attempts, nextAttemptAt }: DeliverySeen): string[] {
	const last = attempts.at(-1);
	if (nextAttemptAt === null) return state === 'Delivered' ? [] : [`no more attempts: ${state}`];
	if (!last) return ['waits until it is due'];
	return [`next attempt in ${span(nextAttemptAt - last.at)}, on the clock of the sandbox`];
}

/** Returns the state of a delivery, in lines for people. */
export function tellDelivery(delivery: DeliverySeen): string {
	const { id, attempts } = delivery;
	const last = attempts.at(-1);
	const head = last
		? `Delivery ${id}, attempt ${attempts.length}, to ${last.url}`
		: `Delivery ${id}, no attempt yet`;
	const lines = [...(last ? [answerLine(last), verdictLine(last)] : []), ...nextLine(delivery)];
	return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}

const scenarioLines = (): string =>
	SCENARIO_NAMES.map((name) => `  ${name.padEnd(22)}${SCENARIOS[name].meaning}`).join('\n');

/** Short for `slotPicker`, the first Call Me Back. */
export const CALL_ME_BACK = 'callMeBack';

/** Returns the scenario of a command. Throws if it is unknown, or if two are given. */
export function readScenario(what: string | undefined, scenario: string | undefined): string {
	const chosen = what === undefined || what === CALL_ME_BACK ? undefined : what;
	if (chosen !== undefined && scenario !== undefined) {
		throw new Error(`"${chosen}" and --scenario ${scenario} are two events; give one`);
	}
	const name = chosen ?? scenario ?? 'slotPicker';
	if (isScenarioName(name)) return name;
	throw new Error(`There is no "${name}"; there are ${CALL_ME_BACK}, ${SCENARIO_NAMES.join(', ')}`);
}

export const usage = (): string => `
Sends one event through a running sandbox (npm run sandbox), as Truecaller would.

  npm run deliver -- callMeBack --to <url>
  npm run deliver -- callMeBack --to <url> --scenario notInterested --event-id <id>
  npm run deliver -- userFeedback            to every webhook of the sandbox that takes it

Events (callMeBack is slotPicker). Each of them:
${scenarioLines()}

  --to <url>            the URL of the trigger; put it in quotes, because it has a "?"
  --webhook <name>      one webhook of the sandbox, in place of a URL
  --scenario <name>     one of the events above
  --event-id <id>       the same ID again is a repeat of the same event
  --client-number, --alternate-number, --business-number, --feature-set <text>
  --field <name>=<text> any field of envelope or payload; true, false and null are JSON values
  --key <key>           replaces the key in the URL; --key "" leaves it out
  --times <n>           sends the same event n times; --apart-ms <ms> between them
  --delay-ms <ms>       waits before the first
  --account <id>        another Client Account ID
  --sandbox <url>       where the sandbox is: http://127.0.0.1:8787 unless you name another

Exit code: 0 when every attempt was delivered, 1 otherwise.
`;
