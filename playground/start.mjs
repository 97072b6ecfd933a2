// Plain Node and nothing else at first: on a fresh clone there is no package to lean on yet.

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 15)) {
	console.error(`The playground needs Node 20.15 or newer; this is Node ${process.versions.node}. Please install a newer one and run "npm start" again.`);
	process.exit(1);
}

const { installDependencies, loadTypeScript } = await import('./dependencies.mjs');

installDependencies();
await loadTypeScript('playground/play.ts').play();
