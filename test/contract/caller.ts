/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { Agent } from 'node:http';

import axios from 'axios';
import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';

import type { DemoKey } from '../../nodes/Truecaller/simulation/demo/account';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';

export type Headers = Record<string, string>;

/** A plain HTTP caller that judges nothing: every status is an answer. */
export type Caller = {
	sandbox: Sandbox;
	send(request: AxiosRequestConfig): Promise<AxiosResponse>;
	login(key?: Partial<DemoKey>, headers?: Headers): Promise<AxiosResponse>;
	/** Logs in, and returns the header that proves it. */
	bearer(key?: DemoKey): Promise<Headers>;
	labels(headers: Headers, query?: object, account?: string): Promise<AxiosResponse>;
	personalise(headers: Headers, record: object, account?: string): Promise<AxiosResponse>;
	/** `version` is the start of the path: `/v3`, `/v2` or nothing. */
	batch(version: string, headers: Headers, records: unknown): Promise<AxiosResponse>;
	batchStatus(version: string, headers: Headers, batchId: string): Promise<AxiosResponse>;
	featureSets(headers: Headers, query?: object): Promise<AxiosResponse>;
	numbers(headers: Headers, query?: object): Promise<AxiosResponse>;
	/** Publish or delist. */
	change(headers: Headers, work: string, numbers: unknown, set?: string): Promise<AxiosResponse>;
	close(): Promise<void>;
};

export const ACCOUNT = '91c173bb-28d8-4030-9722-8663ff9589f3';
export const JSON_TYPE: Headers = { 'Content-Type': 'application/json' };
/** The first demo feature set, a published one. */
export const FEATURE_SET = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';
const HOUR_MS = 3_600_000;

/** The published sample with its window moved to now. */
export const recordNow = (more: object = {}, nowMs = Date.now()): Record<string, unknown> => ({
	label_id: 'c6d86658-008d-4c08-98fb-2bf2649d59a5',
	dynamic_label_name: 'Flower rasm',
	dynamic_call_reason: 'Flower Delivery',
	caller_number: '911234567890',
	receiver_number: '919876543210',
	starts_at: nowMs,
	ends_at: nowMs + 4 * HOUR_MS,
	...more,
});

/** As many records as asked for, with the numbers of v3, each to a receiver of its own that succeeds. */
export const recordsNow = (count: number, more: object = {}): Array<Record<string, unknown>> =>
	Array.from({ length: count }, (_, index) =>
		recordNow({
			caller_number: '+911234567890',
			receiver_number: `+9198${String(1_000 + index).padStart(8, '0')}`,
			...more,
		}),
	);

const createHttp = (baseURL: string, httpAgent: Agent): AxiosInstance =>
	axios.create({
		baseURL,
		httpAgent,
		validateStatus: () => true,
		maxRedirects: 0,
		timeout: 5_000,
	});

const BATCHES = `/clients/${ACCOUNT}/dynamic_call_records`;
const MANAGEMENT = `/clients/${ACCOUNT}/number_management`;

const numberCalls = (http: AxiosInstance): Pick<Caller, 'featureSets' | 'numbers' | 'change'> => ({
	featureSets: async (headers, params = {}) =>
		await http.get(`${MANAGEMENT}/feature_sets`, { headers, params }),
	numbers: async (headers, params = {}) =>
		await http.get(`${MANAGEMENT}/numbers`, { headers, params }),
	change: async (headers, work, phone_numbers, set = FEATURE_SET) =>
		await http.post(
			`${MANAGEMENT}/feature_sets/${set}/numbers/${work}`,
			{ phone_numbers },
			{ headers },
		),
});

export async function openCaller(): Promise<Caller> {
	const sandbox = await startSandbox();
	const httpAgent = new Agent({ keepAlive: true });
	const http = createHttp(sandbox.url, httpAgent);
	const send: Caller['send'] = async (request) => await http.request(request);
	const login: Caller['login'] = async (key = {}, headers = { 'X-Public-Access': 'allow' }) => {
		const { clientAccountId, keyId, apiKey } = { ...sandbox.keys.full, ...key };
		const url = `/clients/${clientAccountId}/token`;
		return await http.post(url, { key_id: keyId, api_key: apiKey }, { headers });
	};
	return {
		sandbox,
		send,
		login,
		bearer: async (key) => ({ Authorization: `Bearer ${(await login(key)).data.token}` }),
		labels: async (headers, params = {}, account = ACCOUNT) =>
			await http.get(`/clients/${account}/labels`, { headers, params }),
		personalise: async (headers, record, account = ACCOUNT) =>
			await http.post(`/v2/clients/${account}/dynamic_call_record`, record, { headers }),
		...numberCalls(http),
		batch: async (version, headers, call_records) =>
			await http.post(`${version}${BATCHES}`, { call_records }, { headers }),
		batchStatus: async (version, headers, batchId) =>
			await http.get(`${version}${BATCHES}`, { headers, params: { batchId } }),
		close: async () => {
			httpAgent.destroy();
			await sandbox.close();
		},
	};
}
