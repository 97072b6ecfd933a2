import type { Execution, Item } from './n8n/execution';
import { say } from './system/progress';
import type { Rest } from './n8n/rest';

export const firstExample = 'first-five-minutes';
export const firstTrigger = 'When clicking ‘Execute workflow’';

/** Runs the workflow once and prints what each customer would see. */
export async function showFirstExample(rest: Rest): Promise<void> {
	const execution = await rest.run(firstExample, firstTrigger);
	say(
		execution.status === 'success'
			? 'The first example, run just now:\n'
			: `The first example ended with: ${execution.error?.message}\n`,
	);
	for (const line of linesPerCustomer(execution)) say(`  ${line}`);
	say();
}

/** Returns one line per customer: name, number and what the phone would show. */
export function linesPerCustomer(execution: Execution): string[] {
	const results = [
		...execution.items('Personalise call', 0),
		...execution.items('Personalise call', 1),
	];
	return execution.items('Customers').map(({ json }, index) => {
		const result = results.find((item) => inputIndex(item) === index);
		const number = String(result?.json.receiverNumber ?? json.phone);
		return `${String(json.name).padEnd(16)}${number.padEnd(16)}${describe(result)}`;
	});
}

function inputIndex({ pairedItem }: Item): number | undefined {
	const origin = Array.isArray(pairedItem) ? (pairedItem as unknown[])[0] : pairedItem;
	return typeof origin === 'number' ? origin : (origin as { item?: number } | undefined)?.item;
}

function describe(result: Item | undefined): string {
	if (!result) return 'no answer';
	const { outcome, advice, message, error } = result.json;
	if (error !== undefined) return `not sent    ${String(error)}`;
	const said = outcome === 'refused' ? `: ${String(message)}` : '';
	return `${String(outcome).padEnd(12)}${String(advice)}${said}`;
}
