/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openEditor } from './browser';
import { callMeBack, registerAtSandbox } from '../callMeBack';
import { firstExample } from '../firstExample';
import { shootPage } from './pageScreenshots';
import { root } from '../paths';
import { preparePlayground } from '../playground';
import { anyFreePort } from '../system/ports';
import { endAllStarted } from '../system/processes';
import { say } from '../system/progress';
import { openSandbox } from '../sandboxProcess';
import { seed } from '../n8n/seed';

const air = 24;
const imagesFolder = join(root, 'docs', 'images');

/**
 * `npx tsx playground/browser/screenshots.ts` takes the pictures of the README again, in a new n8n.
 */
async function takeScreenshots(userFolder: string): Promise<void> {
	mkdirSync(imagesFolder, { recursive: true });
	const n8n = await preparePlayground({ userFolder });
	await n8n.installPack();
	const sandbox = openSandbox(userFolder, await anyFreePort(), n8n.editorUrl);
	await sandbox.start();
	await seed(n8n, sandbox.url);
	say('Starting n8n …');
	await n8n.start();
	await shootFirstExample(n8n.editorUrl, join(imagesFolder, 'first-example.png'));
	const rest = await n8n.signIn();
	await rest.publish(await rest.versionOf(callMeBack));
	await registerAtSandbox({ editorUrl: n8n.editorUrl, sandboxUrl: sandbox.url });
	await shootPage(sandbox.pageUrl, sandbox.url, imagesFolder);
}

/** Takes a picture of the canvas after a run, with the number of items in each branch. */
async function shootFirstExample(editorUrl: string, path: string): Promise<void> {
	const { page, openWorkflow, close } = await openEditor(editorUrl, {
		width: 1_900,
		height: 1_160,
	});
	await openWorkflow(firstExample);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	const lastNode = page.locator('[data-test-id=canvas-node][data-node-name="Fix the number"]');
	await lastNode.locator('[data-test-id=canvas-node-status-success]').waitFor();
	await page.screenshot({ path, clip: await frameOf(page) });
	await close();
	say(`Made ${path}`);
}

/** Returns the area of all nodes and notes, with a margin. */
async function frameOf(page: Page) {
	const boxes = await Promise.all(
		(await page.locator('.vue-flow__node').all()).map(async (node) => await node.boundingBox()),
	);
	const seen = boxes.filter((box) => box !== null);
	const [left, top] = [Math.min(...seen.map(({ x }) => x)), Math.min(...seen.map(({ y }) => y))];
	const [right, bottom] = [
		Math.max(...seen.map(({ x, width }) => x + width)),
		Math.max(...seen.map(({ y, height }) => y + height)),
	];
	return {
		x: left - air,
		y: top - air,
		width: right - left + 2 * air,
		height: bottom - top + 3 * air,
	};
}

const userFolder = mkdtempSync(join(tmpdir(), 'screenshots-'));
takeScreenshots(userFolder)
	.catch((error: unknown) => {
		say(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	})
	.finally(
		() => void endAllStarted().then(() => rmSync(userFolder, { recursive: true, force: true })),
	);
