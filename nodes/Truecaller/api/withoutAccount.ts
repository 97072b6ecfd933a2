import type { ApiContext } from './http';
import { createSleep } from './pacing/sleep';
import type { Read } from './problems';
import type { Api } from './request';

/** Returns an `Api` for operations that need no account. It never sends a request. */
export const openWithoutAccount = async (context: ApiContext): Promise<Read<Api>> => {
	const isCancelled = () =>
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;
	const send: Api['send'] = async () => ({ ok: false, failure: { kind: 'notSent' } });
	return { ok: true, value: { send, isCancelled, sleep: createSleep(isCancelled) } };
};
