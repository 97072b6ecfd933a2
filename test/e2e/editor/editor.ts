/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEditor } from '../../../playground/browser/browser';
import type { Playground } from '../../../playground/playground';

const patienceMs = 60_000;
const pollMs = 100;

/** A check that comes true in a while, as what is on a screen does. What it last said is the failure. */
export async function eventually(check: () => Promise<void>): Promise<void> {
	const until = Date.now() + patienceMs;
	const passes = async () =>
		await check().then(
			() => true,
			() => false,
		);
	while (!(await passes())) {
		if (Date.now() > until) return await check();
		await sleep(pollMs);
	}
}

/** The hands and eyes of somebody who works in the editor. Screenshots: E2E_SCREENSHOTS, or the folder of this n8n. */
export async function sitDownAt(n8n: Playground) {
	const editor = await openEditor(n8n.editorUrl);
	const { page } = editor;
	const folder = process.env.E2E_SCREENSHOTS || join(n8n.userFolder, 'screenshots');
	mkdirSync(folder, { recursive: true });
	let shots = 0;

	const byId = (id: string) => page.locator(`[data-test-id="${id}"]`);
	const field = (name: string) => byId(`parameter-input-${name}`);
	const output = byId('output-panel');

	const choose = async (name: string, choice: string | RegExp) => {
		await field(name).click();
		await page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: choice })
			.first()
			.click();
	};
	/** Opens a picker, types into its search, and waits for what it then offers. */
	const search = async (name: string, text: string) => {
		await field(name).locator('[data-test-id="rlc-input"]').click();
		await byId('rlc-search').first().fill(text);
		return async () => await byId('rlc-item').allInnerTexts();
	};
	const openNode = async (name: string) => {
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await byId('node-parameters').waitFor();
	};
	return {
		...editor,
		byId,
		field,
		output,
		choose,
		search,
		openNode,
		closeNode: async () => await byId('ndv-close-button').first().click(),
		pick: async (name: string) => await byId('rlc-item').filter({ hasText: name }).first().click(),
		chosen: async (name: string) =>
			await field(name)
				.locator('[data-test-id="rlc-input"] input, input[data-test-id="rlc-input"]')
				.first()
				.inputValue(),
		type: async (name: string, text: string) =>
			await field(name).locator('input, textarea').first().fill(text),
		execute: async () => await byId('node-execute-button').click(),
		/** What a field says of itself when the mouse rests on its question mark. */
		hint: async (fieldName: string) => {
			const label = page.locator('label').filter({ hasText: fieldName }).first();
			await label.hover();
			await label.locator('svg[data-icon="circle-help"]').hover();
			return page.locator('[data-reka-popper-content-wrapper]').last();
		},
		/** The lines of text that can be read there, without the switches beside each field. */
		linesOf: async (id: string) => {
			const lines = (await byId(id).first().innerText()).replaceAll('\u00a0', ' ').split('\n');
			return lines
				.map((line) => line.trim())
				.filter((line) => !['', 'Fixed', 'Expression'].includes(line));
		},
		shoot: async (name: string) => {
			const number = String(++shots).padStart(2, '0');
			await page.screenshot({ path: join(folder, `${number}-${name}.png`) });
		},
	};
}

export type Seat = Awaited<ReturnType<typeof sitDownAt>>;
