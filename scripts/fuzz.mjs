#!/usr/bin/env node
// npm run fuzz [-- --minutes 30 --seed N --only open|import|logs|TARGET,...]: hostile files by the thousand (tests/hostile/README.md).
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleCommand } from './setup/bundle-command.mjs';
import { ROOT } from './setup/paths.mjs';

const source = (name) => path.join(ROOT, 'tests', 'hostile', 'fuzz', name);
const folder = await bundleCommand('fuzz-built', { command: source('command.ts'), child: source('child.ts') });
const { fuzz } = await import(pathToFileURL(path.join(folder, 'command.mjs')).href);
process.exit(await fuzz(process.argv.slice(2)));
