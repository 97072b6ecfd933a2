/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export type Certificate = { keyFile: string; certificateFile: string };

/** Whom the stand-in may pass for. */
const hosts = [
	'*.example.com',
	'*.googleapis.com',
	'*.hubapi.com',
	'*.my.salesforce.com',
	'*.zendesk.com',
	'api.n8n.io',
	'api.twilio.com',
	'graph.facebook.com',
	'login.salesforce.com',
	'registry.npmjs.org',
	'slack.com',
];

/** A certificate for all of them, made anew for each run: it vouches for itself, and only to the n8n that is told of it. */
export function makeCertificate(folder: string): Certificate {
	const keyFile = join(folder, 'third-parties.key');
	const certificateFile = join(folder, 'third-parties.pem');
	const names = hosts.map((host) => `DNS:${host}`).join(',');
	const key = [
		'-newkey',
		'ec',
		'-pkeyopt',
		'ec_paramgen_curve:prime256v1',
		'-nodes',
		'-keyout',
		keyFile,
	];
	const about = [
		'-subj',
		'/CN=Third parties on this machine',
		'-addext',
		`subjectAltName=${names}`,
	];
	execFileSync(
		'openssl',
		['req', '-x509', ...key, '-out', certificateFile, '-days', '2', ...about],
		{ stdio: 'pipe' },
	);
	return { keyFile, certificateFile };
}
