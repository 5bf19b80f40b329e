#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { BENCH } from '../support/places.mjs';

const HELP = `Seconds from typing to the end of commands that need no TensorFlow, beside an empty Node. Needs the build (npm run setup).
  npm run bench -- start [--rounds 9]
`;
const options = readOptions(HELP, {
  rounds: 9,
});
const workspace = mkdtempSync(path.join(os.tmpdir(), 'shelfwise-start-'));
const program = path.join(BENCH, '../out/main/cli.js');
const commands = {
  'node, doing nothing': ['-e', ''],
  '--help': [program, '--help'],
  knobs: [program, 'knobs'],
  runs: [program, 'runs', '--workspace', workspace],
  datasets: [program, 'datasets', '--workspace', workspace],
};
const seconds = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < options.rounds; round++)
  for (const [name, args] of Object.entries(commands)) {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    seconds[name].push((performance.now() - started) / 1000);
  }
rmSync(workspace, { recursive: true });
console.log(
  JSON.stringify(
    Object.fromEntries(Object.entries(seconds).map(([name, all]) => [name, Number(median(all).toFixed(3))])),
    null,
    2,
  ),
);
