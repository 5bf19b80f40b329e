#!/usr/bin/env node
// npx shelfwise COMMAND: the built command line of this checkout.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
const cli = new URL('../out/main/cli.js', import.meta.url);
const isSetUp = existsSync(cli) && existsSync(new URL('../node_modules/.shelfwise/addon.json', import.meta.url));
// `require`, because importing CommonJS makes Node first read all of its source for names.
if (isSetUp) createRequire(import.meta.url)(fileURLToPath(cli));
else {
  console.error('Shelfwise is not set up in this folder yet: run "npm run setup" once.');
  process.exitCode = 1;
}
