#!/usr/bin/env node
import * as path from 'node:path';
import { startAsked } from '../support/asked.mjs';
import { BIRTH, THREADS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';

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
  npm run bench -- linear [--profiles 8311,29858] [--titles 20000,40981] [--pairs 622987,810128] [--rounds 3] [--python PYTHON|none] [--tasks als]
`;
const options = readOptions(HELP, {
  // Contest size, and a set with more profiles and titles with shorter histories.
  profiles: [8311, 29_858],
  titles: [20_000, 40_981],
  pairs: [622_987, 810_128],
  rounds: 3,
  python: null,
  tasks: '',
});
const python = preparePython(options.python);
const worker = await bundle('linear/worker.ts');
const results = [];
for (const [place, profiles] of options.profiles.entries()) {
  const size = { profiles, items: options.titles[place], pairs: options.pairs[place] };
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
    const peer = python === null ? null : peerOf(task.peer);
    const measured = { ours: [], theirs: [] };
    for (let round = 0; round <= options.rounds; round++) {
      const both = { ours: await ours.ask(task.ours), ...(peer && { theirs: await peer.ask(task.theirs) }) };
      // The first round warms up.
      if (round > 0) for (const [whose, result] of Object.entries(both)) measured[whose].push(result);
    }
    const of = (whose, field) => median(measured[whose].map((one) => one[field]));
    const row = {
      ...size,
      task: task.name,
      seconds: of('ours', 'seconds'),
      processorSeconds: of('ours', 'processor'),
      megabytes: of('ours', 'megabytes'),
      ...(peer && {
        peer: task.peer,
        peerSeconds: of('theirs', 'seconds'),
        peerProcessorSeconds: of('theirs', 'processor'),
        peerMegabytes: of('theirs', 'megabytes'),
        ratio: of('ours', 'seconds') / of('theirs', 'seconds'),
      }),
    };
    results.push(row);
    console.error(JSON.stringify(row));
  }
  for (const contender of [ours, ...peers.values()]) contender.end();
}
console.log(JSON.stringify(results, null, 2));
