/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { join } from 'node:path';
import { openBrowser } from './browser';
import { callCast } from './pageCast';
import { say } from '../system/progress';

type View = Parameters<typeof openBrowser>[0];

const wide = { width: 1_440, height: 920 };
const small = { width: 360, height: 740 };

const customer = '+91 98765 43210';
const settleMs = 700;

/** Takes pictures of the sandbox's page with customers, one of whom has asked for a call back. */
export async function shootPage(
	pageUrl: string,
	sandboxUrl: string,
	folder: string,
): Promise<void> {
	await callCast(sandboxUrl);
	await shoot({ ...wide, colorScheme: 'light' }, pageUrl, async (page, save) => {
		await page.getByRole('button', { name: `Ring ${customer}` }).click();
		await page.waitForTimeout(settleMs);
		await save('sandbox-ring', page.locator('.ringdialog .handset'));
		await page.getByRole('button', { name: 'Missed it: call me back' }).click();
		// Not today, because 12:30 may be over.
		await page.getByRole('group', { name: 'Day' }).getByRole('radio').nth(1).check();
		await page.getByRole('radio', { name: '12:30' }).check();
		await save('sandbox-call-back', page.locator('.ringdialog .handset'));
		await page.getByRole('button', { name: 'Call me back', exact: true }).click();
		await page.getByRole('button', { name: 'Done' }).click();
		await page.evaluate('scrollTo(0, 0)');
		await page.waitForTimeout(settleMs);
		await save('sandbox-page');
	});
	await shoot(
		{ ...wide, colorScheme: 'dark' },
		pageUrl,
		async (_page, save) => await save('sandbox-page-dark'),
	);
	await shoot(small, pageUrl, async (_page, save) => await save('sandbox-page-360'));

	async function shoot(
		view: View,
		url: string,
		work: (page: Page, save: Save) => Promise<void>,
	): Promise<void> {
		const { page, close } = await openBrowser(view);
		await page.goto(url);
		await page.locator('.phone').first().waitFor();
		await page.waitForTimeout(settleMs);
		await work(page, async (name, place = page) => {
			const path = join(folder, `${name}.png`);
			await place.screenshot({ path });
			say(`Made ${path}`);
		});
		await close();
	}
}

type Page = Awaited<ReturnType<typeof openBrowser>>['page'];
type Save = (
	name: string,
	place?: { screenshot: (options: { path: string }) => Promise<unknown> },
) => Promise<void>;
