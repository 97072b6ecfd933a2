/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { accessSync, constants } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { owner } from '../n8n/environment';
import { Trouble } from '../system/trouble';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const patienceMs = 60_000;

/** Switches off updates, first-run pages, and every host except this machine. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Returns the browser that opens n8n's editor. */
export function findBrowser(): string {
	const wished = process.env.CHROMIUM;
	const found = (wished ? [wished] : usualPlaces).find(canRun);
	if (found) return found;
	const why = wished
		? `CHROMIUM is set to ${wished}, which cannot be run.`
		: `There is no browser at ${usualPlaces.join(', ')}.`;
	throw new Trouble(
		`${why} On Debian or Ubuntu: sudo apt-get install chromium; or set CHROMIUM to the path of a Chromium or Chrome.`,
	);
}

function canRun(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

type View = { width: number; height: number; colorScheme?: 'light' | 'dark' };

/**
 * Opens a separate browser with one page, with the time zone of India and in English on any
 * machine.
 */
export async function openBrowser({ width, height, colorScheme = 'light' }: View) {
	const browser = await chromium.launch({ executablePath: findBrowser(), args: quiet });
	const page = await browser.newPage({
		viewport: { width, height },
		colorScheme,
		locale: 'en-GB',
		timezoneId: 'Asia/Kolkata',
		userAgent: withScreen(browser.version()),
	});
	page.setDefaultTimeout(patienceMs);
	const foreignHosts = new Set<string>();
	page.on('request', (request) => void noteForeign(request.url(), foreignHosts));
	return { page, foreignHosts: () => [...foreignHosts], close: async () => await browser.close() };
}

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/** Opens a separate browser, signed in to n8n's editor. */
export async function openEditor(editorUrl: string, viewport = { width: 1600, height: 1000 }) {
	const opened = await openBrowser(viewport);
	const { page } = opened;
	// n8n asks before the page closes with unsaved changes.
	page.on('dialog', (dialog) => void dialog.accept());
	await signIn(page, editorUrl);
	const openWorkflow = async (id: string) => {
		await page.goto(`${editorUrl}/workflow/${id}`);
		await page.locator('[data-test-id=canvas-node]').first().waitFor();
	};
	return { ...opened, editorUrl, openWorkflow };
}

/**
 * Returns a user agent of a normal browser. n8n takes a headless browser for an e-mail scanner and
 * ignores its approvals.
 */
const withScreen = (version: string) =>
	`Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`;

function noteForeign(url: string, hosts: Set<string>): void {
	const { protocol, hostname } = new URL(url);
	if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') hosts.add(hostname);
}

async function signIn(page: Page, editorUrl: string): Promise<void> {
	await page.goto(`${editorUrl}/signin`);
	await page.fill('input[name=emailOrLdapLoginId]', owner.email);
	await page.fill('input[name=password]', owner.password);
	await page.click('[data-test-id=form-submit-button]');
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}
