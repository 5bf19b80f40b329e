#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { BIRTH, NODE_FLAGS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';
import { generateParquet } from './generate.mjs';

const SMALLER = 20;

const HELP = `A whole job on a made-up folder of any size: import, one epoch of each stage, judging, lists for all, export; each with time and peak memory.
  npm run bench -- scale [--profiles 25000] [--titles 12500] [--pairs 1800000] [--model dae-original] [--set knob=value]... [--json]
The same job with a twentieth of the pairs shows what profiles, titles and model take by themselves; --alone leaves it out.
`;
const options = readOptions(HELP, {
  profiles: 25_000,
  titles: 12_500,
  pairs: 1_800_000,
  seed: 1,
  model: 'dae-original',
  set: { repeated: ['stopping.epochs=1'] },
  alone: false,
  json: false,
  /** Folder of the temporary workspace: it takes as much as the data folder, plus the lists. */
  scratch: os.tmpdir(),
});
const { profiles, titles, pairs, seed } = options;
const worker = await bundle('scale/worker.ts');
const environment = { ...process.env, ...BIRTH, SHELFWISE_BENCH_CACHE: CACHE };

/** Phases of a run as a reader thinks of them; time between them counts with the one before. */
const PIECES = {
  start: 'start',
  reading: 'reading and splitting',
  epochs: 'epochs',
  test: 'judging',
  lists: 'lists, weights',
};

async function job(count) {
  const folder = path.join(CACHE, 'folders', `scale-${profiles}-${titles}-${count}-${seed}`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const started = performance.now();
  if (!existsSync(folder)) await generateParquet({ profiles, titles, pairs: count, seed }, folder);
  const generated = (performance.now() - started) / 1000;
  mkdirSync(options.scratch, { recursive: true });
  const workspace = mkdtempSync(path.join(options.scratch, 'shelfwise-scale-'));
  try {
    const imported = asked('import', workspace, folder);
    const run = asked('run', workspace, imported.fingerprint, options.model, ...options.set);
    const exported = asked(
      'export',
      workspace,
      run.runId,
      path.join(workspace, '..', `${path.basename(workspace)}.csv`),
    );
    return { pairs: count, generated, imported, run, exported };
  } finally {
    rmSync(workspace, { recursive: true });
    rmSync(`${workspace}.csv`, { force: true });
  }
}

function asked(...rest) {
  const args = ['--expose-gc', ...NODE_FLAGS, worker, ...rest];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${rest[0]}: ${stderr}`);
  return JSON.parse(stdout);
}

/** One row per piece of a run's phases, in order of first appearance. */
function pieces(phases) {
  const rows = new Map();
  let piece = 'start';
  for (const { name, seconds, processor, peak, held } of phases) {
    piece = PIECES[name.replace('before ', '')] ?? piece;
    const row = rows.get(piece) ?? { name: piece, seconds: 0, processor: 0, peak: 0, held: 0 };
    row.seconds += seconds;
    row.processor += processor;
    row.peak = Math.max(row.peak, peak);
    row.held = Math.max(row.held, held);
    rows.set(piece, row);
  }
  return [...rows.values()];
}

const all = ({ imported, run, exported }) => [...imported.phases, ...pieces(run.phases), ...exported.phases];

function print() {
  const { imported, run } = whole;
  const smallerRows = smaller === null ? [] : all(smaller);
  const more = smaller === null ? 0 : (1 << 20) / (pairs - smaller.pairs);
  console.log(`${imported.profiles} profiles, ${imported.items} titles, ${pairs} pairs, ${imported.events} events`);
  console.log(`generated in ${whole.generated.toFixed(1)} s; weights ${run.weightsSha256}, lists ${run.listsSha256}`);
  if (smaller !== null) console.log(`bytes for each pair beyond the first ${smaller.pairs}: at the peak, and held`);
  const columns = ['clock', 'processor', 'peak MB', 'held MB', 'B at peak', 'B held'];
  const line = (cells) =>
    console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(24) : cell.padStart(11))).join(''));
  line(['', ...columns]);
  for (const [place, { name, seconds, processor, peak, held }] of all(whole).entries()) {
    const same = smallerRows[place];
    const bytes = same === undefined ? [] : [(peak - same.peak) * more, (held - same.held) * more];
    line([name, ...[seconds, processor, peak, held, ...bytes].map((figure) => figure.toFixed(1))]);
  }
}

const whole = await job(pairs);
const smaller = options.alone ? null : await job(Math.round(pairs / SMALLER));
if (options.json) console.log(JSON.stringify({ whole, smaller }, null, 2));
else print();
