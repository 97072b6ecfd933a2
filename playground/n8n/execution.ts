export type Item = { json: Record<string, unknown>; pairedItem?: unknown };
type Run = { data?: { main?: Array<Item[] | null> }; error?: Failure };
export type Failure = { message: string; description?: string | null };
export type Execution = {
	status: string;
	error?: Failure;
	/** Returns the items that left a node through one output, of all its runs. */
	items: (nodeName: string, output?: number) => Item[];
	nodeError: (nodeName: string) => Failure | undefined;
};

type Result = { resultData: { runData: Record<string, Run[]>; error?: Failure } };

/** Reads a stored execution. */
export function readExecution(status: string, text: string): Execution {
	const { runData, error } = (unflatten(text) as Result).resultData;
	const runs = (nodeName: string) => runData[nodeName] ?? [];
	return {
		status,
		error,
		items: (nodeName, output = 0) =>
			runs(nodeName).flatMap((run) => run.data?.main?.[output] ?? []),
		nodeError: (nodeName) => runs(nodeName).find((run) => run.error)?.error,
	};
}

/**
 * Reads n8n's stored form of an execution ("flatted"): one list, in which each text and object is
 * referred to by its position.
 */
export function unflatten(text: string): unknown {
	const list = JSON.parse(text) as unknown[];
	const done = new Set<unknown>();
	const resolve = (value: unknown): unknown => {
		const entry = typeof value === 'string' ? list[Number(value)] : value;
		if (typeof entry !== 'object' || entry === null || done.has(entry)) return entry;
		done.add(entry);
		const node = entry as Record<string, unknown>;
		for (const key of Object.keys(node)) node[key] = resolve(node[key]);
		return node;
	};
	return resolve('0');
}
