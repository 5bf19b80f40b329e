#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { NODE_FLAGS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';

const HELP = `How processor time and memory of a map's layout grow with its points, beyond MOST_LAID_OUT too. \`--node\` runs it on another Node, whose hashes are to be the same.
  npm run bench -- map [--points 1000,8311,20000,100000] [--rounds 1] [--node PROGRAM]
`;
const options = readOptions(HELP, {
  points: [1000, 8311, 20_000, 100_000],
  rounds: 1,
  node: process.execPath,
});
const worker = await bundle('map/worker.ts');
const rows = options.points.map((points) => {
  const all = Array.from({ length: options.rounds }, () => {
    const output = execFileSync(options.node, [...NODE_FLAGS, worker, String(points)], { encoding: 'utf8' });
    console.error(output.trim());
    return JSON.parse(output);
  });
  const seconds = ['neighbours', 'layout', 'beside', 'clusters', 'all'].map((phase) => [
    phase,
    Number(median(all.map((one) => one[phase] ?? 0)).toFixed(2)),
  ]);
  return { ...all[0], ...Object.fromEntries(seconds), megabytes: Math.max(...all.map((one) => one.megabytes)) };
});
console.log(JSON.stringify(rows, null, 2));
