/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import pinned from '../../../playground/n8n/package.json';
import { commands, planCluster } from '../../../playground/queue/cluster';
import { queueVariables } from '../../../playground/queue/environment';
import { redisSettings } from '../../../playground/queue/redis';

type Service = {
	image: string;
	command?: string[];
	entrypoint?: string[];
	restart?: string;
	environment?: Record<string, string>;
	volumes?: string[];
	depends_on?: string[];
	deploy?: { replicas: number };
};

const text = readFileSync(join(__dirname, '../../../playground/queue/compose.yml'), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
const roles = ['main', 'worker', 'webhook'] as const;
const n8ns = roles.map((role) => [role, services[role]] as const);

describe('the compose file for queue mode is in step with npm run start:queue', () => {
	it('starts as many processes of each kind', async () => {
		const { members } = await planCluster('/nowhere');
		const planned = roles.map((role) => members.filter((member) => member.role === role).length);
		expect(n8ns.map(([, service]) => service?.deploy?.replicas ?? 1)).toEqual(planned);
		expect(Object.keys(services).sort()).toEqual([
			'main',
			'postgres',
			'redis',
			'sandbox',
			'webhook',
			'worker',
		]);
	});

	it.each(n8ns)(
		'runs the pinned n8n as %s, with the same arguments and settings, and starts it again when it stops',
		(role, service) => {
			expect(service?.image).toBe(`docker.n8n.io/n8nio/n8n:${pinned.devDependencies.n8n}`);
			expect(service?.command).toEqual(commands[role]);
			expect(service?.environment).toMatchObject(queueVariables);
			expect(service?.restart).toBe('unless-stopped');
		},
	);

	it.each(n8ns)('leads %s to the Redis and the PostgreSQL of the file', (_role, service) => {
		const { QUEUE_BULL_REDIS_HOST = '', DB_POSTGRESDB_HOST = '' } = service?.environment ?? {};
		expect([QUEUE_BULL_REDIS_HOST, DB_POSTGRESDB_HOST]).toEqual(['redis', 'postgres']);
		expect(service?.depends_on).toEqual(['redis', 'postgres']);
	});

	it.each(n8ns)('puts the nodes where %s looks for them', (_role, service) => {
		expect(service?.volumes).toEqual(
			['package.json', 'dist'].map((part) => `../../${part}:/truecaller/${part}:ro`),
		);
		expect(service?.entrypoint?.join(' ')).toContain(
			'ln -sfn /truecaller ~/.n8n/nodes/node_modules/n8n-nodes-truecaller',
		);
	});

	it('keeps what waits in Redis in the same way', () => {
		expect(services.redis?.command).toEqual(['redis-server', ...redisSettings]);
	});
});
