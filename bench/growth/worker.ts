/** Some steps of training at one size, in a process of its own: `worker PROFILES ITEMS DRAWN STEPS`; prints JSON. */
import type { SparseRows } from '../../src/engine/data/tables';
import { loadBackend } from '../../src/engine/model/backend';
import { DaeTraining } from '../../src/engine/model/dae/dae-training';
import { RandomStream, RandomStreams } from '../../src/engine/model/random';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { TASK } from '../training/knobs';

/** As many titles per profile as at contest scale, and as many profile columns. */
const [WATCHED, FEATURES] = [75, 64];

const [profiles, items, drawn, steps] = process.argv.slice(2).map(Number) as [number, number, number, number];
const { kernels } = await loadBackend();
const random = new RandomStream(1, 'growth');
const training = new DaeTraining({
  kernels,
  recipe: completeRecipe({ ...TASK, 'loss.sample': drawn }),
  random: new RandomStreams(1),
  stage: 'final',
  histories: madeUpHistories(),
  conditions: madeUpConditions(),
});

const done = new Error('enough steps');
const at: number[] = [];
const processor: number[] = [];
try {
  await training.runEpoch(1, async () => {
    const { user, system } = process.cpuUsage();
    at.push(performance.now() / 1000);
    processor.push((user + system) / 1e6);
    if (at.length > steps) throw done;
  });
} catch (thrown) {
  if (thrown !== done) throw thrown;
}
/** The first step warms up. */
const aStep = (times: readonly number[]): number => (times.at(-1)! - times[0]!) / (times.length - 1);
process.stdout.write(
  `${JSON.stringify({
    profiles,
    items,
    drawn,
    stepsPerEpoch: training.stepsPerEpoch,
    secondsAStep: aStep(at),
    secondsAnEpoch: aStep(at) * training.stepsPerEpoch,
    processorSecondsAnEpoch: aStep(processor) * training.stepsPerEpoch,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  })}\n`,
);

/** Titles with a long tail: the square of a uniform number favours popular ones. */
function madeUpHistories(): SparseRows {
  const indices = new Int32Array(profiles * WATCHED);
  const watched = new Int32Array(items).fill(-1);
  for (let row = 0; row < profiles; row++) {
    const begin = row * WATCHED;
    for (let length = 0; length < WATCHED;) {
      const uniform = random.uniform();
      const item = Math.floor(uniform * uniform * items);
      if (watched[item] === row) continue;
      watched[item] = row;
      indices[begin + length++] = item;
    }
    indices.subarray(begin, begin + WATCHED).sort();
  }
  const offsets = Int32Array.from({ length: profiles + 1 }, (_, row) => row * WATCHED);
  return { rows: profiles, columns: items, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

function madeUpConditions() {
  const values = new Float32Array((profiles + 1) * FEATURES);
  for (let row = 0; row <= profiles; row++)
    for (let of = 0; of < 8; of++) values[row * FEATURES + random.below(FEATURES)] = 1;
  return { width: FEATURES, names: [], values };
}
