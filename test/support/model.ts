import Fastify from 'fastify';

export type Schema = {
	readonly type: string;
	readonly description?: string;
	readonly required?: string[];
	readonly properties?: Record<string, Schema>;
};
export type Tool = {
	readonly name: string;
	readonly description: string;
	readonly parameters: Schema;
};
export type Message = { readonly role: string; readonly content: unknown };
export type Asked = { readonly messages: Message[]; readonly tools: Tool[] };

/** What the model says in one turn: words, or the use of one tool. */
export type Utterance = string | readonly [tool: string, values: object];

/** A language model that says what its script has, over OpenAI's chat completions, and remembers what it was told. */
export async function startModel() {
	const app = Fastify();
	const asked: Asked[] = [];
	let turns: readonly Utterance[] = [];

	app.post('/v1/chat/completions', async (request, reply) => {
		const body = request.body as {
			model: string;
			stream?: boolean;
			messages: Message[];
			tools: Array<{ function: Tool }>;
		};
		const turn = turns[asked.length];
		// n8n repeats what fails with a 5xx, so a script that is over has to be a refusal.
		if (turn === undefined || body.stream)
			return await reply.code(400).send({ error: { message: 'The script has no such turn' } });
		asked.push({ messages: body.messages, tools: body.tools.map(({ function: tool }) => tool) });
		return toCompletion(body.model, turn, asked.length);
	});

	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${url}/v1`,
		asked,
		/** From the beginning. */
		play: (...script: Utterance[]) => {
			asked.length = 0;
			turns = script;
		},
		/** What the model was told when it was asked last: the outcome of the tool before, as a rule. */
		told: () => String(asked.at(-1)?.messages.at(-1)?.content),
		close: async () => await app.close(),
	};
}

export type Model = Awaited<ReturnType<typeof startModel>>;

function toCompletion(model: string, turn: Utterance, number: number) {
	const said = typeof turn === 'string';
	const message = said
		? { role: 'assistant', content: turn }
		: { role: 'assistant', content: null, tool_calls: [toCall(turn, number)] };
	return {
		id: `chatcmpl-${number}`,
		object: 'chat.completion',
		created: 1_795_000_000,
		model,
		choices: [{ index: 0, message, finish_reason: said ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

function toCall([name, values]: Exclude<Utterance, string>, number: number) {
	return {
		id: `call_${number}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(values) },
	};
}
