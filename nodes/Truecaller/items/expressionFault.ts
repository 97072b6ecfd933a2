import { problem } from '../api/problems';
import type { Problem } from '../api/problems';

/** `Cannot access "caller" due to security concerns` */
const FORBIDDEN_NAME = /Cannot access "([^"]+)"/;
/** n8n says this of `.constructor` instead, and names no field. */
const FORBIDDEN_CONSTRUCTOR = 'invalid constructor function call';

const findForbiddenName = (message: string): string | undefined =>
	message.includes(FORBIDDEN_CONSTRUCTOR) ? 'constructor' : FORBIDDEN_NAME.exec(message)?.[1];

/** Explains why a parameter could not be evaluated: in plain words for field names that n8n forbids, else in n8n's own words. */
export const explainExpression = (error: unknown): Problem => {
	const message = error instanceof Error ? error.message : 'A parameter cannot be read';
	const name = findForbiddenName(message);
	if (name === undefined)
		return problem(message, 'Correct the expression in the parameters of this node.');
	return problem(
		`n8n does not let an expression read a field named "${name}"`,
		`Rename the field "${name}" before this node, for example with the Rename Keys node, and choose the renamed field here.`,
	);
};
