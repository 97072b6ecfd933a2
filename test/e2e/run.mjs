// npm run test:e2e: the packed nodes in one real n8n, which all tests share. What follows `--` goes to jest.

import { installDependencies } from '../../playground/dependencies.mjs';
import { report } from '../layers.mjs';

installDependencies();
const { testInN8n } = await import('./inN8n.mjs');

report([await testInN8n({ name: 'e2e', jestArguments: process.argv.slice(2) })]);
