/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { parseArgs } from 'node:util';

import type { DeliverySeen } from './webhooks/deliveries';
import { readScenario, tellDelivery, usage } from './webhooks/report';

const TEXT = { type: 'string' } as const;
const OPTIONS = {
	to: TEXT,
	webhook: TEXT,
	scenario: TEXT,
	'event-id': TEXT,
	'client-number': TEXT,
	'alternate-number': TEXT,
	'business-number': TEXT,
	'feature-set': TEXT,
	field: { type: 'string', multiple: true, default: [] as string[] },
	key: TEXT,
	times: TEXT,
	'apart-ms': TEXT,
	'delay-ms': TEXT,
	account: TEXT,
	sandbox: { type: 'string', default: 'http://127.0.0.1:8787' },
	help: { type: 'boolean', short: 'h', default: false },
} as const;

const readCommand = () => parseArgs({ options: OPTIONS, allowPositionals: true });
type Values = ReturnType<typeof readCommand>['values'];

const NO_TEXTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
	['true', true],
	['false', false],
	['null', null],
]);

function readField(pair: string): [name: string, value: unknown] {
	const [name = '', ...rest] = pair.split('=');
	if (name === '' || rest.length === 0) throw new Error(`--field ${pair} is not <name>=<text>`);
	const value = rest.join('=');
	return [name, NO_TEXTS.has(value) ? NO_TEXTS.get(value) : value];
}

function readFields(values: Values): Record<string, unknown> {
	const named = [
		'event-id',
		'client-number',
		'alternate-number',
		'business-number',
		'feature-set',
	] as const;
	const given = named.flatMap((name) =>
		values[name] === undefined ? [] : [[name.replace('-', '_'), values[name]] as const],
	);
	return Object.fromEntries([...given, ...values.field.map(readField)]);
}

const readNumber = (value: string | undefined): number | undefined =>
	value === undefined ? undefined : Number(value);

/** Returns the order; JSON drops fields that are undefined. */
const toOrder = (what: string | undefined, values: Values): object => ({
	scenario: readScenario(what, values.scenario),
	fields: readFields(values),
	url: values.to,
	webhook: values.webhook,
	clientAccountId: values.account,
	key: values.key === '' ? null : values.key,
	times: readNumber(values.times),
	apartMs: readNumber(values['apart-ms']),
	delayMs: readNumber(values['delay-ms']),
});

async function sendOrder(sandbox: string, order: object): Promise<DeliverySeen[]> {
	const request = { method: 'POST', body: JSON.stringify(order) };
	const response = await fetch(new URL('/sandbox/events', sandbox), request).catch(() => {
		throw new Error(`No sandbox answers at ${sandbox}; start one with: npm run sandbox`);
	});
	const answer: unknown = await response.json().catch(() => null);
	if (Array.isArray(answer)) return answer;
	const isRefusal = typeof answer === 'object' && answer !== null && 'error' in answer;
	throw new Error(
		isRefusal ? String(answer.error) : `No sandbox answers at ${sandbox}, but another program`,
	);
}

async function main(): Promise<void> {
	const { values, positionals } = readCommand();
	if (values.help) return void process.stdout.write(usage());
	const [what, ...more] = positionals;
	if (more.length > 0) throw new Error(`One event at a time, not "${more.join(' ')}" too`);
	const deliveries = await sendOrder(values.sandbox, toOrder(what, values));
	process.stdout.write(`Event ${deliveries[0]?.eventId ?? 'without an id'}\n`);
	for (const delivery of deliveries) process.stdout.write(`${tellDelivery(delivery)}\n`);
	const refused = deliveries.some(({ attempts }) => attempts.some(({ taken }) => !taken));
	process.exitCode = refused ? 1 : 0;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
