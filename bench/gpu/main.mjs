#!/usr/bin/env node
// Runs run.ts as it is: vite, which builds the program, also loads TypeScript under Node 20. Sets the checkout up first, so that
// one command does on a fresh machine.
import { fileURLToPath } from 'node:url';
import { setUp } from '../../scripts/setup/set-up.mjs';

if (await setUp()) {
  const { runnerImport } = await import('vite');
  const command = fileURLToPath(new URL('./run.ts', import.meta.url));
  const { module } = await runnerImport(command, { configFile: false, logLevel: 'error' });
  process.exitCode = module.status;
} else process.exitCode = 1;
