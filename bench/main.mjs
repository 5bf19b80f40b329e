#!/usr/bin/env node
// npm run bench -- NAME [--small] [options]: each bench is the main.mjs of a folder beside this file. With --small it takes the
// size of small.json, which shows that it works.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

const [name, ...rest] = process.argv.slice(2);
const file = (bench) => path.join(import.meta.dirname, bench, 'main.mjs');
const names = readdirSync(import.meta.dirname).filter((bench) => existsSync(file(bench)));
if (name === undefined || !names.includes(name)) {
  console.error(
    `npm run bench -- NAME [--small] [options], where NAME is one of: ${names.join(', ')}. See bench/README.md.`,
  );
  process.exit(2);
}
const smallOptions = () =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'small.json'), 'utf8'))[name].options.split(' ');
const options = rest.flatMap((word) => (word === '--small' ? smallOptions() : [word]));
process.exitCode = spawnSync(process.execPath, [file(name), ...options], { stdio: 'inherit' }).status ?? 1;
