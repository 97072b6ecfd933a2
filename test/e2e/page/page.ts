/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { openBrowser } from '../../../playground/browser/browser';
import type { SandboxControl } from '../../../sandbox/control/control';
import { DEMO_KEYS } from '../../../nodes/Truecaller/simulation/demo/account';
import { anyStatus } from '../trigger/stage';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const patienceMs = 20_000;

export type View = Parameters<typeof openBrowser>[0];
export type Visit = Awaited<ReturnType<typeof visit>>;

type Violation = {
	id: string;
	impact: string;
	nodes: Array<{ html: string; any?: Array<{ data?: { messageKey?: string } | null }> }>;
};

/** Somebody who looks at the sandbox's page. */
export async function visit(pageUrl: string, view: View = { width: 1440, height: 900 }) {
	const browser = await openBrowser(view);
	const { page } = browser;
	page.setDefaultTimeout(patienceMs);
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	page.on(
		'console',
		(message) =>
			void (/Content Security Policy/.test(message.text()) && faults.push(message.text())),
	);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(pageUrl);
	const line = page.locator('.line');
	const untilLive = async () => await page.locator('.line[data-line=live]').waitFor();
	await untilLive();
	const button = (name: string | RegExp) =>
		page.getByRole('button', { name, exact: typeof name === 'string' });
	return {
		...browser,
		/** What went wrong in the page itself: script errors, and what its policy stopped. */
		faults,
		line,
		untilLive,
		button,
		press: async (name: string | RegExp) => await button(name).click(),
		choose: async (answer: string) =>
			await page.getByRole('radio', { name: answer, exact: true }).check(),
		phone: (number: string) =>
			page
				.getByRole('listitem')
				.filter({ has: page.getByRole('heading', { name: number, exact: true }) }),
		dialog: page.getByRole('dialog'),
		card: (title: string | RegExp) =>
			page.locator('section.card').filter({ has: page.getByRole('heading', { name: title }) }),
		go: async (name: string) =>
			await page
				.getByRole('navigation')
				.getByRole('link', { name: new RegExp(`^${name}`) })
				.click(),
		/** What axe-core says of the colours of the button under the mouse. It is not sure about text in the very colour behind it. */
		faintLabel: async (): Promise<string[]> => {
			await page.evaluate(axeSource);
			const { violations, incomplete } = await page.evaluate<Record<string, Violation[]>>(
				"axe.run(document.querySelector('button:hover, a.button:hover'), { runOnly: ['color-contrast'] })",
			);
			const unseen = (incomplete ?? []).flatMap(({ nodes }) =>
				nodes.filter(({ any }) => any?.[0]?.data?.messageKey === 'equalRatio'),
			);
			const faint = (violations ?? []).flatMap(({ nodes }) => nodes);
			return [...faint, ...unseen].map(({ html }) => html);
		},
		/** What axe-core finds that is serious or worse. */
		barriers: async (): Promise<string[]> => {
			// As text and not as a script: the page's policy lets no other script in.
			await page.evaluate(axeSource);
			const { violations } = await page.evaluate<{ violations: Violation[] }>(
				"axe.run({ resultTypes: ['violations'] })",
			);
			return violations
				.filter(({ impact }) => /serious|critical/.test(impact))
				.map(
					({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
				);
		},
		widthOfPage: async () => await page.evaluate<number>('document.documentElement.scrollWidth'),
	};
}

/** The lines of text that can be read there; each cell of a table is one. */
export async function linesOf(place: Locator): Promise<string[]> {
	const lines = (await place.innerText()).replaceAll('\u00a0', ' ').split(/[\n\t]/);
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

const hourMs = 3_600_000;

/** Logs in as a workflow would, and returns how to personalise calls. */
export async function openWire(url: string, control: SandboxControl) {
	const { clientAccountId, keyId, apiKey } = DEMO_KEYS.full;
	const login = { key_id: keyId, api_key: apiKey };
	const { data } = await anyStatus.post<{ token: string }>(
		`${url}/clients/${clientAccountId}/token`,
		login,
		{ headers: { 'x-public-access': 'allow' } },
	);
	const headers = { authorization: `Bearer ${data.token}` };
	const record = (receiver: string, more: object, plus = '') => {
		const { nowMs } = control.clock();
		return {
			label_id: 'd1d1d1d1-0000-4000-8000-000000000004',
			dynamic_call_reason: 'Your new card is on its way',
			caller_number: `${plus}918045678900`,
			receiver_number: plus + receiver,
			starts_at: nowMs,
			ends_at: nowMs + hourMs,
			...more,
		};
	};
	return {
		headers,
		account: `${url}/clients/${clientAccountId}`,
		call: async (receiver: string, more: object = {}) =>
			await anyStatus
				.post(`${url}/v2/clients/${clientAccountId}/dynamic_call_record`, record(receiver, more), {
					headers,
				})
				.catch(() => undefined),
		batch: async (receivers: string[], more: object = {}) => {
			const call_records = receivers.map((receiver) => record(receiver, more, '+'));
			return await anyStatus.post(
				`${url}/v3/clients/${clientAccountId}/dynamic_call_records`,
				{ call_records },
				{ headers },
			);
		},
	};
}
