#!/usr/bin/env node
import { startAsked } from '../support/asked.mjs';
import { BIRTH } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';

const HELP = `A pass of rules over the stored lists (100 places) of all profiles (8,311 at contest size), beside making those lists, in turn.
  npm run bench -- rules [--data contest] [--rounds 5]
`;
const options = readOptions(HELP, {
  data: 'contest',
  rounds: 5,
});
const worker = startAsked(process.execPath, [await bundle('rules/worker.ts'), options.data], BIRTH);
const results = { lists: [], one: [], all: [] };
for (let round = 0; round <= options.rounds; round++)
  for (const name of Object.keys(results)) {
    const { seconds } = await worker.ask(name);
    // The first round warms up.
    if (round > 0) results[name].push(seconds);
    console.error(`${name.padEnd(6)} ${seconds.toFixed(3)} s`);
  }
worker.end();
const seconds = Object.fromEntries(
  Object.entries(results).map(([name, all]) => [name, Number(median(all).toFixed(3))]),
);
console.log(JSON.stringify({ seconds, ratio: Number((seconds.all / seconds.lists).toFixed(2)) }, null, 2));
