/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openEditor } from './browser';
import { root } from '../paths';
import { preparePlayground } from '../playground';
import { endAllStarted } from '../system/processes';
import { say } from '../system/progress';
import { exampleNames, exampleWorkflow, seed } from '../n8n/seed';

const folder = join(root, 'examples', 'previews');
/** Pictures are shown at about this share of their size in the editor. */
const scale = 0.7;
const air = 20;
/** Time for the canvas to stop moving; it has no event for that. */
const moveMs = 1_500;

/**
 * `npx tsx playground/browser/previews.ts [name …]` takes the picture of each example again, from
 * the editor.
 */
async function makePreviews(userFolder: string, names: string[]): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const n8n = await preparePlayground({ userFolder });
	await n8n.installPack();
	await seed(n8n, 'http://127.0.0.1:8787');
	say('Starting n8n …');
	await n8n.start();
	for (const name of names) await shoot(n8n.editorUrl, name);
}

async function shoot(editorUrl: string, name: string): Promise<void> {
	const path = join(folder, `${name}.png`);
	const { page, openWorkflow, close } = await openEditor(editorUrl, viewportFor(name));
	await openWorkflow(name);
	await page.locator('[data-test-id=zoom-to-fit]').click();
	await page.waitForTimeout(moveMs);
	while (!fits(await frameOf(page), page)) await zoomOut(page);
	await page.addStyleTag({
		content:
			'[data-test-id=execute-workflow-button], [data-test-id=canvas-controls] { visibility: hidden }',
	});
	await page.screenshot({ path, clip: await frameOf(page) });
	await close();
	say(`Made ${path}`);
}

/** Returns a size for the whole workflow and the menus around the canvas. */
function viewportFor(name: string) {
	const { nodes } = exampleWorkflow(name);
	const size = ({ parameters }: (typeof nodes)[number]) => ({
		width: Number(parameters.width ?? 200),
		height: Number(parameters.height ?? 150),
	});
	const span = (from: number[], to: number[]) => Math.max(...to) - Math.min(...from);
	const width = span(
		nodes.map(({ position: [x] }) => x),
		nodes.map((node) => node.position[0] + size(node).width),
	);
	const height = span(
		nodes.map(({ position: [, y] }) => y),
		nodes.map((node) => node.position[1] + size(node).height),
	);
	return {
		width: Math.round(width * scale * 1.15) + 300,
		height: Math.round(height * scale * 1.15) + 320,
	};
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
	// The boxes of nodes exclude the names below them and the ends of their outputs.
	return {
		x: left - air,
		y: top - air,
		width: right - left + 5 * air,
		height: bottom - top + 4 * air,
	};
}

function fits({ x, y, width, height }: Awaited<ReturnType<typeof frameOf>>, page: Page): boolean {
	const { width: right = 0, height: bottom = 0 } = page.viewportSize() ?? {};
	return x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
}

async function zoomOut(page: Page): Promise<void> {
	await page.locator('[data-test-id=zoom-out-button]').click();
	await page.waitForTimeout(moveMs);
}

const userFolder = mkdtempSync(join(tmpdir(), 'previews-'));
const wanted = process.argv.slice(2);
makePreviews(userFolder, wanted.length > 0 ? wanted : exampleNames())
	.catch((error: unknown) => {
		say(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	})
	.finally(
		() => void endAllStarted().then(() => rmSync(userFolder, { recursive: true, force: true })),
	);
