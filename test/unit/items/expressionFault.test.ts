import { explainExpression } from '../../../nodes/Truecaller/items/expressionFault';

it.each([
	['caller', 'Cannot access "caller" due to security concerns'],
	['__proto__', 'Cannot access "__proto__" due to security concerns'],
	['constructor', 'Expression contains invalid constructor function call'],
])('A field named %s, which n8n forbids, is named with what to do about it', (name, message) => {
	expect(explainExpression(new Error(message))).toMatchObject({
		message: `n8n does not let an expression read a field named "${name}"`,
		todo: `Rename the field "${name}" before this node, for example with the Rename Keys node, and choose the renamed field here.`,
	});
});

it('Any other broken expression is told in the words of n8n', () => {
	expect(explainExpression(new Error('Referenced node does not exist'))).toMatchObject({
		message: 'Referenced node does not exist',
		todo: 'Correct the expression in the parameters of this node.',
	});
	expect(explainExpression('odd')).toMatchObject({ message: 'A parameter cannot be read' });
});
