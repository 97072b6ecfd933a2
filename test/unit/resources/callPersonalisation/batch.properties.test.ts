import fc from 'fast-check';

import { documentedForm } from '../../../../nodes/Truecaller/api/dialects/form';
import { BATCH_VERSIONS } from '../../../../nodes/Truecaller/api/facts/endpoints';
import type { Api } from '../../../../nodes/Truecaller/api/request';
import type { AnyWireRecord } from '../../../../nodes/Truecaller/api/reading/wireRecord';
import { followUp } from '../../../../nodes/Truecaller/resources/callPersonalisation/sending/batchFollowUp';
import { sendBatch } from '../../../../nodes/Truecaller/resources/callPersonalisation/sending/batchSend';
import type { CallRecord } from '../../../../nodes/Truecaller/resources/callPersonalisation/callRecord';
import { createStrict } from '../../../support/strict';

const NOW = Date.parse('2026-01-31T10:00:00Z');

/** What Truecaller does with a record can be told from its receiver, as in the sandbox. */
const FATES = [
	{ said: { status: 'success' }, outcome: 'pushed' },
	{ said: { status: 'error', message: 'Not a Truecaller user' }, outcome: 'cannotShow' },
	{ said: { status: 'error', message: 'Failed to push' }, outcome: 'tryAgain' },
	{ said: { status: 'error', message: 'Body is invalid' }, outcome: 'refused' },
	{ said: { status: 'pending' }, outcome: 'running' },
	{ said: undefined, outcome: 'running' },
] as const;

const fateOf = (receiver: unknown) => FATES[Number(String(receiver).slice(-1))] ?? FATES[0];
const receiverOf = (record: object): string =>
	String(
		'receiver_number' in record
			? record.receiver_number
			: (record as { receiver?: string }).receiver,
	);

const record: fc.Arbitrary<CallRecord> = fc
	.record({
		callerNumber: fc.constantFrom('+912268012345', '+918045678900'),
		receiverNumber: fc
			.tuple(fc.nat(2), fc.nat(FATES.length - 1))
			.map(([person, fate]) => `+9198765432${person}${fate}`),
		startsAtMs: fc.constantFrom(undefined, NOW, NOW + 60_000),
		callReason: fc.constantFrom('', 'Your order today', 'Your cake is here'),
		labelName: fc.constantFrom('', 'Acme Bank'),
	})
	.map((each) => ({
		...each,
		endsAtMs: undefined,
		durationMs: 3_600_000,
		labelId: '255297eb-7f13-44f9-967a-f287ff0f5025',
		numberFormat: 'asDocumented' as const,
		hasEmptyField: false,
	}));

/** Truecaller, which reports in an order and dialect of its own on what it was sent. */
const createTruecaller = (shuffle: <T>(rows: T[]) => T[], plus: boolean) => {
	const batches = new Map<string, AnyWireRecord[]>();
	const write = (value: unknown) =>
		typeof value === 'string' && /^\+?91\d{10}$/.test(value)
			? `${plus ? '+' : ''}${value.replace('+', '')}`
			: value;
	const report = (sent: AnyWireRecord[]) =>
		shuffle(
			sent.flatMap((each, id) => {
				const { said } = fateOf(receiverOf(each));
				const row = Object.fromEntries(
					Object.entries(each).map(([name, value]) => [name, write(value)]),
				);
				return said ? [{ ...row, id: `${id}`, status_info: said }] : [];
			}),
		);
	const api = createStrict<Api>({
		dialects: undefined,
		isCancelled: () => false,
		sleep: async () => await Promise.resolve(false),
		send: async ({ method, path }, { query, body } = {}) => {
			if (method === 'GET')
				return await Promise.resolve({
					ok: true,
					body: { data: report(batches.get(String(query?.batchId)) ?? []) },
				});
			const isV1 = !/^\/v[23]/.test(path);
			const id = `batch ${batches.size} 6dabe53b`;
			const sent = body?.(NOW, documentedForm({ plus: path.startsWith('/v3'), formerNames: isV1 }));
			batches.set(id, sent?.call_records as AnyWireRecord[]);
			if (isV1) batches.set('6dabe53b-0000-0000-0000-000000000000', batches.get(id) ?? []);
			return await Promise.resolve({
				ok: true,
				sent,
				body: isV1
					? {
							status: 'success',
							message:
								'Records Uploaded Successfully. BatchID: 6dabe53b-0000-0000-0000-000000000000',
						}
					: { batch_id: id },
			});
		},
	});
	return api;
};

it('What became of each call stands beside that call, in every version, dialect and order of the rows', async () => {
	const scene = fc
		.array(record, { minLength: 1, maxLength: 40 })
		.chain((all) =>
			fc.tuple(fc.constant(all), fc.array(fc.nat(), { minLength: 40, maxLength: 40 })),
		);
	await fc.assert(
		fc.asyncProperty(
			scene,
			fc.constantFrom(...BATCH_VERSIONS),
			fc.boolean(),
			async ([all, order], version, plus) => {
				const shuffle = <T>(rows: T[]): T[] =>
					rows
						.map((row, index) => [order[index] ?? 0, row] as const)
						.sort(([one], [other]) => one - other)
						.map(([, row]) => row);
				const api = createTruecaller(shuffle, plus);
				const sent = await sendBatch(all, api, version);
				if (!sent.ok) throw new Error(sent.problem.message);
				expect(
					sent.value.map(({ outcome, wire }) => [outcome.outcome, digits(receiverOf(wire ?? {}))]),
				).toEqual(all.map(({ receiverNumber }) => ['accepted', digits(receiverNumber)]));
				const calls = await followUp(sent.value, api, {
					version,
					maxWaitMs: 1_000,
					retryUnreachable: false,
				});
				expect(calls.map(({ outcome }) => outcome.outcome)).toEqual(
					all.map(({ receiverNumber }) => fateOf(receiverNumber).outcome),
				);
				expect(calls.map(({ wire, record: ofCall }) => [wire, ofCall])).toEqual(
					sent.value.map(({ wire }, index) => [wire, all[index]]),
				);
			},
		),
		{ numRuns: 150 },
	);
});

const digits = (text: string) => text.replace(/\D/g, '');
