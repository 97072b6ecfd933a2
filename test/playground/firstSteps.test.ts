/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { noNetwork, scratch, startPlayground } from '../support/start';

const { folder, clone, clear } = scratch();
afterEach(clear);

/** Makes a Node say that it is another one. */
const pretending = (version: string) => {
	const file = join(folder('node'), 'version.cjs');
	writeFileSync(
		file,
		`Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
	);
	return ['--require', file];
};

describe('the first steps of npm start, on a fresh clone', () => {
	it.each(['12.22.9', '18.19.0', '20.14.0'])('say what to do on Node %s', async (version) => {
		const { code, said } = await startPlayground({
			checkout: clone(),
			nodeArgs: pretending(version),
		}).ended();
		expect(said).toBe(
			`The playground needs Node 20.15 or newer; this is Node ${version}. Install a newer one, from https://nodejs.org or with "nvm install 24", and run "npm start" again.\n`,
		);
		expect(code).toBe(1);
	});

	it('are written so that an old Node can read them up to that sentence', () => {
		const path = join(clone(), 'playground', 'start.mjs');
		const tooYoung = [
			ts.SyntaxKind.AwaitExpression,
			ts.SyntaxKind.QuestionDotToken,
			ts.SyntaxKind.QuestionQuestionToken,
			ts.SyntaxKind.ImportDeclaration,
		];
		const kinds = new Set<ts.SyntaxKind>();
		const visit = (node: ts.Node): void => {
			kinds.add(node.kind);
			node.forEachChild(visit);
		};
		visit(
			ts.createSourceFile(
				path,
				readFileSync(path, 'utf8'),
				ts.ScriptTarget.Latest,
				false,
				ts.ScriptKind.JS,
			),
		);
		expect(tooYoung.filter((kind) => kinds.has(kind)).map((kind) => ts.SyntaxKind[kind])).toEqual(
			[],
		);
	});

	it('say where npm comes from when it is not there', async () => {
		const { code, said } = await startPlayground({
			checkout: clone(),
			env: { PATH: folder('empty') },
		}).ended();
		expect(said).toMatch(
			/\nnpm is not there\. It comes with Node from https:\/\/nodejs\.org; on Debian or Ubuntu: sudo apt-get install npm\. Then run "npm start" again\.\n$/,
		);
		expect(code).toBe(1);
	});

	it('say that there is no network, soon, and that nothing fetched is lost', async () => {
		const { code, said } = await startPlayground({
			checkout: clone(),
			env: { ...noNetwork, npm_config_cache: folder('npm') },
		}).ended();
		expect(said).toContain(
			'npm cannot reach its registry; trying with what it has kept from earlier …\n',
		);
		expect(said).toMatch(
			/\nnpm cannot reach http:\/\/127\.0\.0\.1:9, where the packages come from the first time\. Check the connection .* run "npm start" again; what was fetched is kept\.\n$/,
		);
		expect(said).not.toContain('npm error');
		expect(code).toBe(1);
	});

	it('install again what was left half installed', async () => {
		const checkout = clone();
		mkdirSync(join(checkout, 'node_modules', 'tsx'), { recursive: true });
		writeFileSync(
			join(checkout, 'node_modules', '.package-lock.json'),
			'{"packages":{"node_modules/tsx":',
		);
		const { said } = await startPlayground({
			checkout,
			env: { ...noNetwork, npm_config_cache: folder('npm') },
		}).ended();
		expect(said).toContain('Installing the development dependencies');
	});

	it("leave another checkout's packages alone when node_modules is a link to them", async () => {
		const [checkout, theirs] = [clone(), folder('theirs')];
		writeFileSync(join(theirs, 'precious'), '');
		symlinkSync(theirs, join(checkout, 'node_modules'));
		const { code, said } = await startPlayground({ checkout }).ended();
		expect(said).toContain(`is a link to ${theirs}, where not all packages of this checkout are.`);
		expect(code).toBe(1);
		expect(existsSync(join(theirs, 'precious'))).toBe(true);
	});
});
