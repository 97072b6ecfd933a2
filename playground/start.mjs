// Plain Node and nothing else at first: on a fresh clone there is no package to lean on yet.
// No syntax that is younger than Node 12 either: who has an old Node shall read that, and not of a syntax error.

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 15)) {
	console.error(
		`The playground needs Node 20.15 or newer; this is Node ${process.versions.node}. Install a newer one, from https://nodejs.org or with "nvm install 24", and run "npm start" again.`,
	);
	process.exit(1);
}

import('./dependencies.mjs').then(({ installDependencies, loadTypeScript }) => {
	installDependencies();
	return loadTypeScript('playground/play.ts').play();
});
