/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../system/progress';
import type { Service } from '../system/service';

const watchMs = 250;
const pauseMs = 2_000;

/** Starts again whatever stops by itself, as Docker or systemd would. Returns how to end that, before stopping anything. */
export function supervise(services: Service[]): () => Promise<void> {
	let over = false;
	const watch = async (service: Service) => {
		while (!over) {
			await sleep(watchMs);
			if (!over && service.runningPid() === undefined) await startAgain(service);
		}
	};
	const watches = services.map(watch);
	return async () => {
		over = true;
		await Promise.all(watches);
	};
}

/** It may stop again while it starts, as n8n does without its Redis: the next look will find it. */
async function startAgain(service: Service): Promise<void> {
	say(`${service.name} has stopped; starting it again …`);
	try {
		await service.start();
		say(`${service.name} is running again.`);
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
		await sleep(pauseMs);
	}
}
