/** An n8n in there, or played with, has packages of its own, which are not ours to find. */
const played = ['<rootDir>/playground/', '<rootDir>/.playground/'];

/** One project per layer of tests, so that each can be run and counted alone: `npx jest --selectProjects unit`. */
const layer = (displayName, testMatch, more = {}) => ({
	displayName,
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
	modulePathIgnorePatterns: ['<rootDir>/dist/', ...played],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	...more,
});

module.exports = {
	// Some tests wait for what a user would wait for: a pace, a repeat, a time limit.
	testTimeout: 30_000,
	// Tests that run side by side mostly wait. Of two files at once, so that two cores have 24 tests at a time:
	// with 48 on a busy machine, some requests ran out of the time that a test gives them.
	maxConcurrency: 12,
	// So do whole files: one core less than there are, which is jest's own choice, would leave half of two idle.
	maxWorkers: '100%',
	projects: [
		layer('contract', ['contract/**/*.test.ts']),
		layer('unit', ['unit/**/*.test.ts']),
		layer('engine', ['engine/**/*.test.ts'], {
			// The engine loads the built pack from dist/, just as n8n does.
			modulePathIgnorePatterns: played,
			setupFiles: ['<rootDir>/test/support/engineSetup.js'],
		}),
		layer('architecture', ['architecture*.test.ts', 'docs/**/*.test.ts'], {
			modulePathIgnorePatterns: played,
		}),
		layer('playground', ['playground/**/*.test.ts'], { modulePathIgnorePatterns: played }),
		layer('e2e', ['e2e/**/*.test.ts']),
		layer('queue', ['queue/**/*.test.ts']),
	],
};
