/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import { owner } from './environment';

const pollMs = 100;

type Settings = { userManagement: { showSetupOnFirstLoad: boolean } };

/**
 * Creates the owner's account in an older n8n, which ignores the owner in the environment. It asks
 * the first visitor, and is ready for that later than its database.
 */
export async function claimOwner(editorUrl: string): Promise<void> {
	const rest = axios.create({
		baseURL: `${editorUrl}/rest`,
		proxy: false,
		validateStatus: (status) => status === 200 || status === 404,
	});
	let settings = await rest.get<{ data: Settings }>('/settings');
	for (; settings.status === 404; settings = await rest.get('/settings')) await sleep(pollMs);
	if (!settings.data.data.userManagement.showSetupOnFirstLoad) return;
	const { email, password, firstName, lastName } = owner;
	await rest.post('/owner/setup', { email, password, firstName, lastName });
}
