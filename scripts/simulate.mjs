#!/usr/bin/env node
// npm run simulate [-- --seed N --seeds 100]: power failures, each drawn by a seed (tests/power/README.md).
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleCommand } from './setup/bundle-command.mjs';
import { withLock } from './setup/lock.mjs';
import { OUT, ROOT } from './setup/paths.mjs';

const source = (name) => path.join(ROOT, 'tests', 'power', name);
const folder = await bundleCommand('power-built', { command: source('command.ts'), record: source('record.ts') });
const { simulate } = await import(pathToFileURL(path.join(folder, 'command.mjs')).href);
process.exit(await withLock('power', () => simulate(process.argv.slice(2), path.join(OUT, 'power'))));
