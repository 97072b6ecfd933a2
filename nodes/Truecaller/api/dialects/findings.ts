import type { ContradictionName } from './contradictions';
import type { Chosen } from './form';

/**
 * One difference from the documentation, in words for the user: what the account expects, and the
 * option that sets it.
 */
type Departure = { readonly wants: string; readonly option?: string };

/** Collects the forms that an account was found to expect in this run. */
export type Findings = {
	/** Notes that Truecaller accepted a request in other forms than those it was first sent in. */
	readonly note: (first: Chosen, accepted: Chosen) => void;
	/** Notes that Truecaller accepted a batch but refused every call in it for its form. */
	readonly noteRefusedBatch: () => void;
	/** Returns one sentence for the user, or undefined if the documented forms were accepted. */
	readonly hint: () => string | undefined;
};

const versionIn = (path: string): string => /^\/(v\d)\//.exec(path)?.[1] ?? 'v1';

const WANTS: Readonly<Record<ContradictionName, (chosen: Chosen) => Departure>> = {
	version: ({ endpoint: { path } }) => ({
		wants: `version ${versionIn(path).slice(1)} of this call`,
		option: `API Version to ${versionIn(path).toUpperCase()}`,
	}),
	names: () => ({ wants: 'call records in the field names of version 1' }),
	labelName: () => ({ wants: 'the name of the label in every call record' }),
	times: () => ({ wants: 'times in seconds' }),
	phoneNumbers: () => ({ wants: 'the numbers of a listing as one text' }),
	plus: ({ form: { automaticPlus }, endpoint: { path } }) => {
		const format = automaticPlus ? 'with +' : 'without +';
		return path.includes('/number_management/')
			? { wants: `listed numbers ${format}` }
			: {
					wants: `numbers ${format}`,
					option: `Number Format to ${format.replace('w', 'W')}`,
				};
	},
	accept: () => ({ wants: 'the header Accept: application/vnd.api+json' }),
	contentType: () => ({ wants: 'the header Content-Type with every request' }),
	publicAccess: () => ({ wants: 'the header X-Public-Access with every request' }),
};

const joined = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Returns every difference between a request and its documented form. */
export const departuresOf = (chosen: Chosen): Array<readonly [ContradictionName, Departure]> =>
	[...chosen.sent].flatMap(([{ name, forms }, form]) =>
		form === forms[0] ? [] : [[name, WANTS[name](chosen)] as const],
	);

const REFUSED_BATCH =
	'Truecaller accepted a batch and then refused every call in it for its form, so none of them was pushed. From now on calls are written in the other documented form: send them again.';

export const createFindings = (): Findings => {
	const found = new Map<string, Departure>();
	let isBatchRefused = false;
	return {
		note: (first, accepted) => {
			const before = new Map([...first.sent].map(([{ name }, form]) => [name, form]));
			const departures = departuresOf(accepted);
			for (const [name, departure] of departures) {
				const [, form] = [...accepted.sent].find(([slot]) => slot.name === name) ?? [];
				if (before.get(name) !== form) found.set(departure.wants, departure);
			}
		},
		noteRefusedBatch: () => (isBatchRefused = true),
		hint: () => {
			if (isBatchRefused) return REFUSED_BATCH;
			if (found.size === 0) return undefined;
			const all = [...found.values()];
			const wants = `This account wants ${joined(all.map((each) => each.wants))}, which differs from Truecaller's newest documentation. To find this out, a refused request was sent again in another form.`;
			const options = all.flatMap(({ option }) => option ?? []);
			return options.length === 0
				? `${wants} It is remembered until n8n restarts.`
				: `${wants} To skip the search, set Options → ${joined(options)}.`;
		},
	};
};
