#!/usr/bin/env node
// Runs run.ts as it is: vite, which builds the program, also loads TypeScript under Node 20.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const command = fileURLToPath(new URL('./run.ts', import.meta.url));
const { module } = await runnerImport(command, { configFile: false, logLevel: 'error' });
process.exitCode = module.status;
