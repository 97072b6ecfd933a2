/** What n8n's engine wants to find before it is loaded. Nothing is written to disk. */
require('reflect-metadata');

process.env.NODE_ENV = 'test';
process.env.N8N_USER_FOLDER ??= require('node:os').tmpdir();
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-tests';
process.env.N8N_LOG_LEVEL ??= 'silent';
