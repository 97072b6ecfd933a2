import { executeNodes } from './run';
import { IN_A_BATCH, IN_A_WINDOW, patch, WINDOW_MS } from './limits';
import type { BulkSandbox } from './sandbox';
import { say } from './table';
import { WORKERS, withTokens, workflowFor } from './workflows';

/** Parallel Tokens: as in every credential at first, and the most; for each run a credential of its own, so that no token is left over. */
const [ONE, EIGHT, EIGHT_LIMITED] = ['1', '8', 'limited-8'] as const;
export const TOKENS = [ONE, EIGHT, EIGHT_LIMITED];

const ID = 'bulk-paced';
const MOST_OF_AN_EIGHTH = 1.05;
const MOST_OF_ONE = 1.05;

export const tokensWorkflows = (calls: number, url: string) =>
	TOKENS.map((name) => withTokens(name, workflowFor('ours', calls, url, ID)));

type Figures = {
	readonly tookS: number;
	readonly refused: number;
	readonly logins: number;
	readonly peakMb: number;
	readonly nodeS: number;
};

const receiversOf = (arrivals: Awaited<ReturnType<BulkSandbox['received']>>) =>
	arrivals.flatMap(({ body }) => body?.call_records ?? []).map((each) => each.receiver_number);

/** One run against a sandbox that begins anew; throws unless every call was taken once. */
const send = async (
	userFolder: string,
	sandbox: BulkSandbox,
	name: string,
	{ calls, scale, limitsPer }: Asked & { readonly limitsPer: 'token' | 'account' },
): Promise<Figures> => {
	await sandbox.reset();
	await sandbox.settings({ limits: { limitsPer, batchWindowMs: WINDOW_MS / scale } });
	const { runsOf, peakMb } = await executeNodes(userFolder, `${ID}-tokens-${name}`);
	const [run] = WORKERS.ours.flatMap(runsOf);
	const arrivals = await sandbox.received();
	const taken = arrivals.filter(({ status }) => status === 200);
	const receivers = receiversOf(taken);
	const times = taken.map(({ at }) => at);
	const rows = run?.data.main[0] ?? [];
	const accepted = rows.filter(({ json }) => json.outcome === 'accepted');
	if (accepted.length !== calls || receivers.length !== calls || new Set(receivers).size !== calls)
		throw new Error(
			`Tokens ${name}: ${accepted.length} calls accepted, and ${receivers.length} taken of ${new Set(receivers).size} people, of ${calls}`,
		);
	return {
		tookS: (Math.max(...times) - Math.min(...times)) / 1_000,
		refused: arrivals.filter(({ status }) => status === 429).length,
		logins: (await sandbox.received('token')).filter(({ status }) => status === 200).length,
		peakMb,
		nodeS: (run?.executionTime ?? NaN) / 1_000,
	};
};

const print = (name: string, { tookS, nodeS, refused, logins, peakMb }: Figures): void =>
	say(
		`| ${name} | ${tookS.toFixed(2)} | ${nodeS.toFixed(2)} | ${refused} | ${logins} | ${Math.round(peakMb)} |`,
	);

const judge = (words: string, value: number, most: number): void =>
	say(
		`- ${words}: ${value.toFixed(3)} (${value <= most ? 'met' : 'MISSED'}, target at most ${most})`,
	);

type Asked = { readonly calls: number; readonly scale: number };

/** Many batches under the limit with one token and with eight; and with eight where the limit is the account's. */
export const measureTokens = async (
	userFolder: string,
	packFolder: string,
	sandbox: BulkSandbox,
	asked: Asked,
): Promise<void> => {
	patch(packFolder, { batchWindowMs: WINDOW_MS / asked.scale, recordsPerBatch: IN_A_BATCH });
	say(
		`\n${asked.calls} calls in batches of ${IN_A_BATCH}, ${IN_A_WINDOW} batches a minute for each token, ${asked.scale} times as fast as real time\n`,
	);
	say('| tokens | first to last arrival s | node s | 429s | logins | peak MB |');
	say('| --- | ---: | ---: | ---: | ---: | ---: |');
	const [eight, one] = [
		await send(userFolder, sandbox, EIGHT, { ...asked, limitsPer: 'token' }),
		await send(userFolder, sandbox, ONE, { ...asked, limitsPer: 'token' }),
	];
	print('1', one);
	print('8', eight);
	const limited = await send(userFolder, sandbox, EIGHT_LIMITED, {
		...asked,
		limitsPer: 'account',
	});
	print('8, with one limit for the account', limited);
	say();
	judge(
		'8 tokens, of an eighth of the time of one',
		eight.tookS / (one.tookS / 8),
		MOST_OF_AN_EIGHTH,
	);
	judge(
		'one limit for the account, of the time of one token',
		limited.tookS / one.tookS,
		MOST_OF_ONE,
	);
};
