import type { ApiContext } from './http';
import { createSleep } from './pacing/sleep';
import type { Read } from './problems';
import type { Api } from './request';

/** Opens a door for a run that makes no request to Truecaller, and so needs no account: nothing is ever sent by it. */
export const openWithoutAccount = async (context: ApiContext): Promise<Read<Api>> => {
	const isCancelled = () =>
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;
	const send: Api['send'] = async () => ({ ok: false, failure: { kind: 'notSent' } });
	return { ok: true, value: { send, isCancelled, sleep: createSleep(isCancelled) } };
};
