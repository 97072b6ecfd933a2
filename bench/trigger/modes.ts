export type Mode = {
	name: string;
	title: string;
	env: Readonly<Record<string, string>>;
	target: Target;
};

/** The least that the Truecaller Trigger should reach, as a share of another node. */
type Target = { share: number; of: 'webhook' | 'bare' };

/** The ways in which n8n can evaluate expressions: what it does by itself, and what a busy instance may set. */
export const modes: readonly Mode[] = [
	{ name: 'default', title: 'default', env: {}, target: { share: 1, of: 'bare' } },
	{
		name: 'lazy',
		title: 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true',
		env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		target: { share: 0.95, of: 'webhook' },
	},
	{
		name: 'legacy',
		title: 'N8N_EXPRESSION_ENGINE=legacy',
		env: { N8N_EXPRESSION_ENGINE: 'legacy' },
		target: { share: 1, of: 'bare' },
	},
];

/** What is measured in queue mode too: the deprecated engine is left out. */
export const queueModes = modes.filter(({ name }) => name !== 'legacy');

export const P99_TARGET_MS = 500;
