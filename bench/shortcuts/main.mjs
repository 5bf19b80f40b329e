#!/usr/bin/env node
import { startAsked } from '../support/asked.mjs';
import { BIRTH, NODE_FLAGS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { readOptions, REQUIRED } from '../support/options.mjs';

const HELP = `What shortcuts cost in score: products in bfloat16 and the sampled loss beside the usual ones, over seeds of split and weights.
  npm run bench -- shortcuts --data FOLDER [--epochs 36] [--seeds 3] [--drawn 200,400]
`;
const options = readOptions(HELP, {
  data: REQUIRED,
  epochs: 36,
  seeds: 3,
  drawn: [200, 400],
});
const worker = await bundle('shortcuts/worker.ts');
const start = (products) =>
  startAsked(process.execPath, [...NODE_FLAGS, worker, options.data, products, String(options.epochs)], BIRTH);
const ways = [
  { way: 'float32', process: start('float32'), knobs: {} },
  { way: 'bfloat16', process: start('bfloat16'), knobs: {} },
];
for (const drawn of options.drawn)
  ways.push({ way: `${drawn} drawn`, process: ways[0].process, knobs: { 'loss.sample': drawn } });

const scores = Object.fromEntries(ways.map(({ way }) => [way, []]));
for (let seed = 1; seed <= options.seeds; seed++)
  for (const { way, process: asked, knobs } of ways) {
    const { score, flags } = await asked.ask(`score ${seed} ${JSON.stringify(knobs)}`);
    scores[way].push(score);
    console.error(`${way}, seed ${seed}: ${score.toFixed(4)} ${flags.SHELFWISE_PRODUCTS ?? ''}`);
  }
for (const { process: asked } of ways) asked.end();
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const deviation = (numbers) =>
  Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean(numbers)) ** 2, 0) / (numbers.length - 1));
const rounded = (number) => Math.round(number * 10_000) / 10_000;
console.log(
  JSON.stringify(
    Object.fromEntries(
      Object.entries(scores).map(([way, all]) => [
        way,
        { score: rounded(mean(all)), deviation: rounded(deviation(all)), scores: all.map(rounded) },
      ]),
    ),
    null,
    2,
  ),
);
