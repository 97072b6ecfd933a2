/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Trouble } from '../../playground/system/trouble';
import type { Job, Load, LoadAnswer } from './load';

export type Loader = ReturnType<typeof startLoader>;

/** The sending process, seen from here. One job at a time. */
export function startLoader() {
	const child = fork(join(__dirname, 'load.ts'));
	const run = async (job: Job): Promise<Load> => {
		const answer = await new Promise<LoadAnswer>((resolve) => {
			const ended = (code: number | null) =>
				resolve({ fault: `the sending process ended with ${code}` });
			child.once('exit', ended);
			child.once('message', (message) => {
				child.off('exit', ended);
				resolve(message as LoadAnswer);
			});
			child.send(job);
		});
		if ('fault' in answer) throw new Trouble(answer.fault);
		return answer.load;
	};
	return { run, end: () => child.disconnect() };
}
