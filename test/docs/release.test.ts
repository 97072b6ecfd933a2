/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

import { read } from './markdown';

const ROOT = path.resolve(__dirname, '../..');

describe('the tarball', () => {
	/** What a source file becomes: code is compiled, and what n8n reads beside it goes along as it is. */
	const built = (file: string): string[] => {
		if (file.endsWith('.ts')) return [`dist/${file.replace(/\.ts$/, '.js')}`];
		return /\.(svg|json)$/.test(file) ? [`dist/${file}`] : [];
	};
	const sources = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			path.posix.join(folder, file),
		),
	);

	it('holds what the sources become, the texts for its users, and nothing else', () => {
		const answer = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
			cwd: ROOT,
			encoding: 'utf8',
		});
		const [{ files, size }] = JSON.parse(answer) as [
			{ files: Array<{ path: string }>; size: number },
		];
		const texts = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'package.json'];
		expect(files.map((file) => file.path).sort()).toEqual(
			[...sources.flatMap(built), ...texts].sort(),
		);
		expect(size).toBeLessThan(300_000);
	});
});

describe('the check before publishing', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const check = (tag: string, version: string, heading: string) => {
		writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }));
		writeFileSync(
			path.join(folder, 'CHANGELOG.md'),
			`# Changelog\n\n${heading}\n\n- Something.\n\n## 0.9.0 – 2026-01-31\n`,
		);
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[path.join(ROOT, '.github', 'checkRelease.mjs'), tag],
			{ cwd: folder, encoding: 'utf8' },
		);
		return { status, said: `${stdout}${stderr}`.trim().split('\n') };
	};
	const otherTag = (tag: string) =>
		`The tag is "${tag}", and package.json says 1.0.0: the tag has to be "v1.0.0".`;
	const otherHeading = (heading: string) =>
		`CHANGELOG.md begins with "${heading}": it has to be "## 1.0.0 – " and the day, as 2026-01-31.`;

	it('lets a tag through that package.json and the changelog know', () => {
		expect(check('v1.0.0', '1.0.0', '## 1.0.0 – 2026-12-01')).toEqual({
			status: 0,
			said: ['v1.0.0 can be published.'],
		});
		expect(check('v1.0.0-rc.1', '1.0.0-rc.1', '## 1.0.0-rc.1 – 2026-12-01').status).toBe(0);
	});

	it.each(['1.0.0', 'v1.0.1', 'v1.0.0-rc.1', ''])('stops the tag "%s" for version 1.0.0', (tag) => {
		expect(check(tag, '1.0.0', '## 1.0.0 – 2026-12-01')).toEqual({
			status: 1,
			said: [otherTag(tag)],
		});
	});

	it.each([
		'## 1.0.0 – not released yet',
		'## 0.9.0 – 2026-01-31',
		'## 1.0.0',
		'## 1x0.0 – 2026-12-01',
	])('stops a changelog that begins with "%s"', (heading) => {
		expect(check('v1.0.0', '1.0.0', heading)).toEqual({ status: 1, said: [otherHeading(heading)] });
	});

	it('tells all that is wrong at once', () => {
		expect(check('v2.0.0', '1.0.0', '## 0.9.0 – 2026-01-31').said).toEqual([
			otherTag('v2.0.0'),
			otherHeading('## 0.9.0 – 2026-01-31'),
		]);
	});
});

describe('the workflow that publishes', () => {
	type Job = {
		needs?: string;
		permissions?: Record<string, string>;
		steps: Array<{ run?: string }>;
	};
	const { on, permissions, jobs } = parse(read('.github/workflows/publish.yml')) as {
		on: object;
		permissions: object;
		jobs: Record<'test' | 'publish', Job>;
	};
	const commands = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []).join('\n');

	it('starts with a tag, and checks and tests it before it is published', () => {
		expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
		expect(commands(jobs.test)).toBe(
			'node .github/checkRelease.mjs "$GITHUB_REF_NAME"\nbash .ci/run',
		);
		expect(jobs.publish.needs).toBe('test');
		expect(commands(jobs.publish)).toContain('npx n8n-node release');
	});

	it('may sign in the job that publishes, and nowhere else', () => {
		expect(permissions).toEqual({ contents: 'read' });
		expect(jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
		expect(jobs.test.permissions).toBeUndefined();
	});
});
