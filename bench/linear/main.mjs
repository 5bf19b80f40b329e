#!/usr/bin/env node
import * as path from 'node:path';
import { startAsked } from '../support/asked.mjs';
import { BIRTH, THREADS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';

/** Contest size, and a set with more profiles and titles with shorter histories. */
const SIZES = [
  { profiles: 8_311, items: 20_000, pairs: 622_987 },
  { profiles: 29_858, items: 40_981, pairs: 810_128 },
];
const PASSES = 3;
const RIDGE = 300;
const TASKS = [
  ...[64, 128, 256].map((factors) => ({
    name: `als ${factors}`,
    ours: `fit als als.factors=${factors} als.passes=${PASSES}`,
    peer: 'implicit',
    theirs: `als ${factors} ${PASSES}`,
    most: Infinity,
  })),
  ...['float32', 'float64'].map((precision) => ({
    name: `ease beside ${precision}`,
    ours: `fit ease ease.regularisation=${RIDGE}`,
    peer: 'numpy',
    theirs: `${precision} ${RIDGE}`,
    // Size of the smaller side; beyond it our model refuses.
    most: 20_000,
  })),
];
/** Its source, and OpenBLAS threads: implicit has its own threads and recommends one. */
const PEERS = {
  implicit: { source: 'linear.py', blasThreads: '1' },
  numpy: { source: 'ease.py', blasThreads: THREADS.OMP_NUM_THREADS },
};

const HELP = `Fitting the linear models beside implicit, and EASE beside numpy, in turn, on made-up histories of two sizes.
  npm run bench -- linear [--rounds 3] [--python PYTHON] [--tasks als]
`;
const options = readOptions(HELP, {
  rounds: 3,
  python: null,
  tasks: '',
});
const python = preparePython(options.python);
const worker = await bundle('linear/worker.ts');
const results = [];
for (const size of SIZES) {
  const folder = path.join(CACHE, 'linear', `${size.profiles}-${size.items}`);
  const ours = startAsked(
    process.execPath,
    [worker, ...[size.profiles, size.items, size.pairs].map(String), folder],
    BIRTH,
  );
  // By its first answer the worker has written the histories.
  await ours.ask('fit popularity');
  const peers = new Map();
  const peerOf = (name) => {
    const { source, blasThreads } = PEERS[name];
    if (!peers.has(name))
      peers.set(
        name,
        startAsked(python, [path.join(import.meta.dirname, '../peers', source), folder], {
          ...THREADS,
          OPENBLAS_NUM_THREADS: blasThreads,
        }),
      );
    return peers.get(name);
  };
  const fitting = TASKS.filter(
    ({ name, most }) => name.startsWith(options.tasks) && Math.min(size.profiles, size.items) <= most,
  );
  for (const task of fitting) {
    const peer = peerOf(task.peer);
    const measured = { ours: [], theirs: [] };
    for (let round = 0; round <= options.rounds; round++) {
      const both = { ours: await ours.ask(task.ours), theirs: await peer.ask(task.theirs) };
      // The first round warms up.
      if (round > 0) for (const [whose, result] of Object.entries(both)) measured[whose].push(result);
    }
    const of = (whose, field) => median(measured[whose].map((one) => one[field]));
    const row = {
      ...size,
      task: task.name,
      peer: task.peer,
      seconds: of('ours', 'seconds'),
      peerSeconds: of('theirs', 'seconds'),
      processorSeconds: of('ours', 'processor'),
      peerProcessorSeconds: of('theirs', 'processor'),
      ratio: of('ours', 'seconds') / of('theirs', 'seconds'),
      megabytes: of('ours', 'megabytes'),
      peerMegabytes: of('theirs', 'megabytes'),
    };
    results.push(row);
    console.error(JSON.stringify(row));
  }
  for (const contender of [ours, ...peers.values()]) contender.end();
}
console.log(JSON.stringify(results, null, 2));
