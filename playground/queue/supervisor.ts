/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../system/progress';
import type { Service } from '../system/service';

const watchMs = 250;
const pauseMs = 2_000;

/**
 * Restarts services that stop by themselves, as Docker or systemd would. Returns a function that
 * ends this, to be called before stopping a service.
 */
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

/**
 * Starts a service again. It may stop while starting, as n8n does without its Redis: the next check
 * finds that.
 */
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
