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
/** A picture is shown at about this share of the size that the editor draws. */
const scale = 0.7;
const air = 20;
/** The canvas moves for a while; nothing tells when it has come. */
const moveMs = 1_500;

/** `npx tsx playground/browser/previews.ts [name …]` makes the picture of each example anew, as the editor draws it. */
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

/** Room for the whole workflow, and for the menus around the canvas. */
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

/** All nodes and notes, and some air around them. */
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
	// The names below the nodes, and the ends of their outputs, are not counted in their boxes.
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
