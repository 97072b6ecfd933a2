/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { parseArgs } from 'node:util';

import { introduce } from './introduction';
import { startSandbox } from './server';
import type { Sandbox, SandboxOptions } from './server';

const DEFAULT_PORT = '8787';

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

function fail(text: string): void {
	process.stderr.write(`${text}\n`);
	process.exitCode = 1;
}

/** Reads the options. npm passes on only those after `--`: `npm run sandbox -- --port 9000`. */
function readOptions(): SandboxOptions & { port: number } {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: process.env.PORT ?? DEFAULT_PORT },
			host: { type: 'string', default: '127.0.0.1' },
			editor: { type: 'string' },
		},
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`"${values.port}" is no port; give one from 0 (any free one) to 65535`);
	}
	return { port, host: values.host, editorUrl: values.editor };
}

function explainStart(error: unknown, port: number): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') {
		return `Port ${port} is in use, perhaps by another sandbox. Try: npm run sandbox -- --port ${port + 1}`;
	}
	return error instanceof Error ? error.message : String(error);
}

function endOnSignal(sandbox: Sandbox): void {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(
			signal,
			() => void sandbox.close().then(() => print('\nThe sandbox has stopped.')),
		);
	}
}

async function main(): Promise<void> {
	let port = Number(DEFAULT_PORT);
	try {
		const options = readOptions();
		port = options.port;
		const sandbox = await startSandbox(options);
		endOnSignal(sandbox);
		print(introduce(sandbox));
	} catch (error) {
		fail(explainStart(error, port));
	}
}

void main();
