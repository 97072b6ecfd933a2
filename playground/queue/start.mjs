// Plain Node.js until the packages are installed, like `npm start`.

import { installDependencies, loadTypeScript } from '../dependencies.mjs';

installDependencies();
await loadTypeScript('playground/queue/play.ts').play();
