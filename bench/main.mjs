#!/usr/bin/env node
// npm run bench -- NAME [options]: each bench is the main.mjs of a folder beside this file.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';

const [name, ...rest] = process.argv.slice(2);
const file = (bench) => path.join(import.meta.dirname, bench, 'main.mjs');
const names = readdirSync(import.meta.dirname).filter((bench) => existsSync(file(bench)));
if (name === undefined || !names.includes(name)) {
  console.error(`npm run bench -- NAME [options], where NAME is one of: ${names.join(', ')}. See bench/README.md.`);
  process.exit(2);
}
process.exitCode = spawnSync(process.execPath, [file(name), ...rest], { stdio: 'inherit' }).status ?? 1;
