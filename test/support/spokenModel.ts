import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { createDialects } from '../../nodes/Truecaller/api/dialects/dialects';
import type { PlainContent, SendPlain } from '../../nodes/Truecaller/api/dialects/speech';
import { toUrl } from '../../nodes/Truecaller/api/facts/endpoints';
import type { Endpoint } from '../../nodes/Truecaller/api/facts/endpoints';
import { isObject, readAnswer } from '../../nodes/Truecaller/api/reading/answer';
import type { Reply } from '../../nodes/Truecaller/api/reading/answer';
import type { Api } from '../../nodes/Truecaller/api/request';
import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { answer } from '../../nodes/Truecaller/simulation/simulate';
import { createWorld } from '../../nodes/Truecaller/simulation/world';
import type { SettingsChange } from '../../sandbox/settings/settings';

/** One request that reached the model, and how it was answered; null for no answer. */
export type Met = { readonly route: string; readonly status: number | null };

const KEY = DEMO_KEYS.full;
let accounts = 0;

/** A model of Truecaller in the same program: every request and every push is counted where it arrives. */
export const openModel = (settings: SettingsChange) => {
	const clock = { nowMs: () => Date.now() };
	const pushes = new Map<string, number>();
	const world = createWorld(clock, {
		onPush: ({ receiverNumber }) => {
			const digits = receiverNumber.replace('+', '');
			pushes.set(digits, (pushes.get(digits) ?? 0) + 1);
		},
	});
	const { limits, ...switches } = settings;
	Object.assign(world.settings, { batchSettleMs: 0 }, switches);
	Object.assign(world.settings.limits, { enforced: false }, limits);
	const met: Met[] = [];

	const login = answer(world, {
		method: 'POST',
		path: `/clients/${KEY.clientAccountId}/token`,
		query: {},
		publicAccess: 'allow',
		contentType: 'application/json',
		bodyText: JSON.stringify({ key_id: KEY.keyId, api_key: KEY.apiKey }),
	});
	const token = 'body' in login && isObject(login.body) ? String(login.body.token) : '';

	const ask = (endpoint: Endpoint, content: PlainContent, body?: IDataObject): Reply => {
		const path = toUrl(endpoint, '', KEY.clientAccountId);
		const { query = {}, headers = {} } = content;
		const given = answer(world, {
			method: endpoint.method,
			path,
			query: Object.fromEntries(
				Object.entries(query).map(([name, value]) => [name, String(value)]),
			),
			token,
			accept: String(headers.Accept ?? 'application/json'),
			contentType:
				endpoint.method === 'POST' ? 'application/json' : String(headers['Content-Type'] ?? ''),
			publicAccess: String(headers['X-Public-Access'] ?? ''),
			bodyText: body ? JSON.stringify(body) : '',
		});
		met.push({ route: `${endpoint.method} ${endpoint.path}`, status: given.status });
		if (given.status === null) return { ok: false, failure: { kind: 'noAnswer' } };
		return readAnswer(given.status, JSON.stringify(given.body), {}, clock.nowMs());
	};

	const send: SendPlain = async (endpoint, content) => {
		const body = content.body?.(clock.nowMs());
		// As over a network: no request is answered before those beside it have left.
		await sleep(0);
		return { ...ask(endpoint, content, body), ...(body ? { sent: body } : {}) };
	};

	const { speak, dialects } = createDialects(`model ${++accounts}`, send);
	const api: Api = {
		send: speak,
		sleep: async () => await Promise.resolve(true),
		isCancelled: () => false,
		dialects,
	};
	return { api, met, pushes, world };
};

export type SpokenModel = ReturnType<typeof openModel>;
