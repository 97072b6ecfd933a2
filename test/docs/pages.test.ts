import { TruecallerApi } from '../../credentials/TruecallerApi.credentials';
import { DEFAULT_BASE_URL } from '../../nodes/Truecaller/api/facts/endpoints';
import { LIMITS } from '../../nodes/Truecaller/api/facts/limits';
import { defaultLimits } from '../../nodes/Truecaller/simulation/settings/limits';
import { toOutcome } from '../../nodes/Truecaller/api/reading/outcome';
import { readOutcome } from '../../nodes/Truecaller/api/reading/readOutcome';
import type { Reason } from '../../nodes/Truecaller/api/reading/outcome';
import { triggerProperties } from '../../nodes/Truecaller/events/properties';
import { resources } from '../../nodes/Truecaller/resources';
import { ADVICE } from '../../nodes/Truecaller/api/reading/numbersAnswer';
import { unionOf } from './code';
import { markdownFiles, page, read, sectionOf, tableOf } from './markdown';
import { readSchema } from '../support/schema';
import type { Schema } from '../support/schema';

/** Everything that users read before they use the nodes. */
const everyPage = (): string =>
	markdownFiles()
		.filter((file) => file === 'README.md' || /^docs\/(?!api-notes)[\w-]+\.md$/.test(file))
		.map(read)
		.join('\n');

type Field = {
	readonly displayName: string;
	readonly type?: string;
	readonly options?: readonly unknown[];
};

const isField = (option: unknown): option is Field =>
	typeof option === 'object' && option !== null && 'displayName' in option;

/** The names of fields as the editor shows them, those inside collections too. */
const namesOf = (fields: readonly Field[]): string[] =>
	fields.flatMap(({ displayName, type, options = [] }) =>
		type === 'notice' || type === 'hidden'
			? []
			: [displayName, ...namesOf(options.filter(isField))],
	);

const CONTAINERS = ['Options'];
const isNamed = (text: string, name: string): boolean =>
	CONTAINERS.includes(name) ||
	text.includes(`*${name}*`) ||
	text.includes(`| ${name} |`) ||
	text.includes(`→ ${name}*`);

/** The pages in docs/ that explain the parameters of a resource. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
	callPersonalisation: ['personalise-one-call', 'personalise-many-calls'],
	batch: ['personalise-one-call', 'personalise-many-calls'],
	number: ['numbers-and-sync'],
	featureSet: ['numbers-and-sync'],
	label: ['numbers-and-sync'],
	account: ['check-setup'],
	event: ['send-test-event'],
};

describe('parameters', () => {
	it.each(resources.map(({ value, operations }) => [value, operations] as const))(
		'of %s are all explained',
		(resource, operations) => {
			const text = (PAGES[resource] ?? []).map(page).join('\n');
			const names = new Set(operations.flatMap(({ fields }) => namesOf(fields)));
			expect(names.size).toBeGreaterThan(0);
			expect([...names].filter((name) => !isNamed(text, name))).toEqual([]);
		},
	);

	it('of the trigger are all explained', () => {
		const text = ['call-backs', 'delivery-guarantees'].map(page).join('\n');
		expect(namesOf(triggerProperties).filter((name) => !isNamed(text, name))).toEqual([]);
	});

	it('of the credential are all explained, in the order of the form', () => {
		const rows = tableOf(page('credentials'), ['Field', 'What it is']).map(([name]) => name);
		expect(rows).toEqual(namesOf(new TruecallerApi().properties));
	});

	it('that the pages name as options exist', () => {
		const all = new Set([
			...namesOf(resources.flatMap(({ operations }) => operations.flatMap(({ fields }) => fields))),
			...namesOf(triggerProperties),
		]);
		const named = [...everyPage().matchAll(/\*Options → ([^*]+)\*/g)].map(([, name = '']) => name);
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((name) => !all.has(name))).toEqual([]);
	});
});

describe('outcomes', () => {
	const rows = tableOf(page('outcomes'), ['Outcome', 'Reason', 'What to do']).map(
		([outcome = '', reason = '', advice = '']) =>
			[outcome.replaceAll('`', ''), reason.replaceAll('`', ''), advice] as const,
	);
	const reasons = unionOf('nodes/Truecaller/api/reading/outcome.ts', 'Reason') as Reason[];

	it('stand there with every reason, and with the advice that the node gives', () => {
		const pushed = readOutcome({ ok: true, body: { status_info: { status: 'success' } } });
		const told = [
			pushed,
			...reasons.map((reason) => toOutcome(reason, undefined)),
			toOutcome(undefined, undefined),
		];
		expect(rows).toEqual(told.map((each) => [each?.outcome, each?.reason ?? '', each?.advice]));
	});

	it('of a batch stand there as well', () => {
		for (const word of ['accepted', 'running']) expect(page('outcomes')).toContain(`\`${word}\``);
	});

	it('of numbers stand there with the advice that the node gives', () => {
		const results = tableOf(page('numbers-and-sync'), ['Result', 'What to do']).map(
			([result = '', advice]) => [result.replaceAll('`', ''), advice],
		);
		expect(results).toEqual(Object.entries(ADVICE));
	});
});

describe('output', () => {
	const fieldsOf = ({ properties = {} }: Schema): string[] =>
		Object.entries(properties).flatMap(([name, field]) => [name, ...fieldsOf(field)]);

	it('of the trigger is explained, field by field', () => {
		const section = sectionOf(page('call-backs'), 'Output');
		const inCode = new Set(
			[...section.matchAll(/`(?:callback\.)?(\w+)`/g)].map(([, name]) => name),
		);
		const INSIDE = ['callback', 'e164', 'withoutPlus', 'national', 'timezone'];
		expect(
			fieldsOf(readSchema('v2.0.0')).filter((name) => !inCode.has(name) && !INSIDE.includes(name)),
		).toEqual([]);
	});

	it('of a call knows the outcomes and reasons that the editor offers', () => {
		const { outcome, reason } =
			readSchema('v1.0.0', 'callPersonalisation', 'personalise').properties ?? {};
		expect(outcome?.enum).toEqual(unionOf('nodes/Truecaller/api/reading/outcome.ts', 'Outcome'));
		expect(reason?.enum).toEqual([
			...unionOf('nodes/Truecaller/api/reading/outcome.ts', 'Reason'),
			null,
		]);
	});

	it.each(['list', 'delist', 'sync'])(
		'of %s knows the results that the editor offers',
		(operation) => {
			expect(readSchema('v1.0.0', 'number', operation).properties?.result?.enum).toEqual(
				Object.keys(ADVICE),
			);
		},
	);
});

describe('limits', () => {
	const [calls, batches, tokens, window, texts, numbers] = tableOf(page('limits'), [
		"Truecaller's limit",
		'What the node does',
	]).map(([limit = '']) => (limit.replaceAll(',', '').match(/\d+/g) ?? []).map(Number));

	it('are those that the node keeps', () => {
		expect(calls).toEqual([LIMITS.realTimeCallsPerWindow]);
		expect(batches).toEqual([LIMITS.batchCallsPerWindow, LIMITS.recordsPerBatch]);
		expect(tokens).toEqual([
			LIMITS.loginsPerWindow,
			LIMITS.loginWindowMs / 60_000,
			LIMITS.tokenLifeMs / 60_000,
		]);
		expect(window).toEqual([LIMITS.callWindowMs / 3_600_000]);
		expect(texts).toEqual([
			LIMITS.callReasonMinLength,
			LIMITS.callReasonMaxLength,
			LIMITS.labelNameMinLength,
			LIMITS.labelNameMaxLength,
		]);
		expect(numbers).toEqual([LIMITS.numbersPerCall]);
		expect(defaultLimits().numbersPerFeatureSet).toBe(LIMITS.numbersPerCall);
		expect([LIMITS.realTimeWindowMs, LIMITS.batchWindowMs]).toEqual([1_000, 60_000]);
	});

	it('of a call reason stand at the field', () => {
		expect(page('personalise-one-call')).toContain(
			`none of \`${[...LIMITS.callReasonForbidden].join(' ')}\``,
		);
	});

	it('of the trigger stand on its pages', () => {
		expect(page('call-backs')).toContain(
			`a password of ${LIMITS.webhookKeyMinLength} or more letters, digits`,
		);
		expect(page('delivery-guarantees')).toContain(
			`up to ${LIMITS.eventsKeptMost.toLocaleString('en')} events`,
		);
		expect(LIMITS.eventsKeptMs).toBe(7 * 24 * 3_600_000);
	});
});

it('The address of the API is the one that the credential has', () => {
	const addresses = new Set(everyPage().match(/https:\/\/[\w.-]*enterprise[\w.-]*/g));
	expect([...addresses]).toEqual([DEFAULT_BASE_URL]);
});

it('The states of an event in the console are those that the sandbox logs', () => {
	const states = tableOf(page('call-backs'), ['State', 'What happened', 'What to do']).map(
		([state]) => state,
	);
	const inSandbox = unionOf('sandbox/webhooks/deliveries.ts', 'DeliveryState');
	expect(states.filter((state) => !inSandbox.includes(String(state)))).toEqual([]);
	expect(states).toHaveLength(4);
});
