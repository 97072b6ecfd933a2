import type { Refusal } from './looseDigits';
import { lengthsFor, planOfOwner } from './numberingPlan';
import type { Plan } from './numberingPlan';

/** Returns a refusal: why something is no phone number, and what to do. */
const refuse = (why: string, todo: string): Refusal => ({ ok: false, why, todo });

const WRITE_CODE = "Write it with + and the country code, or set 'Default Country'.";

export const NO_CODE = refuse('has no country code', WRITE_CODE);
export const MANY_COUNTRIES = refuse(
	'has no + and could be a number of more than one country',
	WRITE_CODE,
);
export const TWO_READINGS = refuse(
	'can be read as two different numbers',
	'Write it with + and the country code, and no brackets.',
);
export const CODE_UNKNOWN = refuse(
	'starts with a calling code that no country has',
	'Check the country code after the +.',
);
export const ZERO_AFTER_PLUS = refuse(
	'has a 0 after the +, where the country code belongs',
	'Write the country code in place of that 0, such as +91.',
);
export const ZERO_AFTER_CODE = refuse(
	'has a 0 after the country code that does not belong there',
	'Remove that 0.',
);
export const PLUS_WITHOUT_CODE = refuse(
	'has a + but no country code after it',
	'Write the country code after the +, or remove the +.',
);
export const CODE_TWICE = refuse('has its country code twice', 'Write the country code once.');
export const COUNTRY_UNKNOWN = refuse(
	"has no country code, and 'Default Country' is not a country",
	"Set 'Default Country' to a name or a code such as IN, US or GB, or write the number with + and its country code.",
);

const nameOf = ({ country }: Plan): string => {
	const others = country.main && country.shared ? ' and others' : '';
	return `${country.name}${others} (+${country.code})`;
};

/** 7, 8, 9, 11 → "7 to 9 or 11" */
const toWords = (lengths: readonly number[]): string => {
	const runs: number[][] = [];
	for (const length of lengths) {
		const run = runs.at(-1);
		if (run?.at(-1) === length - 1) run.push(length);
		else runs.push([length]);
	}
	const words = runs.flatMap((run) =>
		run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run.map(String),
	);
	return words.length > 2
		? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
		: words.join(' or ');
};

/** Says how many digits a number has, and how many numbers of that country have. */
export const explainLength = (national: string, plan: Plan): Refusal => {
	const lengths = lengthsFor(national, plan);
	const count = national.length;
	const tooLong = count > Math.max(...lengths) ? 'is too long' : 'has a wrong length';
	const fault = count < Math.min(...lengths) ? 'is too short' : tooLong;
	const owner = nameOf(planOfOwner(national, plan));
	return refuse(
		`${fault} for ${owner}: ${count} digits where ${toWords(lengths)} are expected`,
		'Check its country code and digits (a 0 or 1 that is dialled only at home is not counted).',
	);
};

export const explainMostDigits = (count: number, most: number): Refusal =>
	refuse(
		`is too long: ${count} digits, and no number has more than ${most}`,
		'Give one phone number only.',
	);

export const explainForeign = (plan: Plan): Refusal =>
	refuse(
		`does not look like a number of ${nameOf(plan)}`,
		'Check it, or write it with + and its own country code.',
	);
