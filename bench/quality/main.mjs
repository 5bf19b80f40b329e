#!/usr/bin/env node
// Runs command.ts as it is: vite, which builds the program, also loads TypeScript under Node 20.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const command = fileURLToPath(new URL('./command.ts', import.meta.url));
const { module } = await runnerImport(command, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.argv.slice(2));
