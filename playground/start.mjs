// Plain Node.js only, because a fresh clone has no packages yet. Only syntax of Node 12, so that
// users of an old Node.js see our message and not a syntax error.

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
