/**
 * Lists of a model in memory, `worker FOLDER`: `lists` makes those of all profiles, `one N` that of every 400th, the Nth; `mixed` those with peers, two companions and a trend
 * mixed in, `mixed-in-javascript` the same without our kernels for it. Answers seconds.
 */
import { loadBackend } from '../../src/engine/model/backend';
import { restoreDae } from '../../src/engine/model/dae/dae-recommender';
import { PEERS, PEERS_SHARE } from '../../src/engine/model/dae/peers';
import { initialValues, parameterShapes, TREND } from '../../src/engine/model/dae/structure';
import type { Kernels } from '../../src/engine/model/kernels/kernels';
import { RandomStream } from '../../src/engine/model/random';
import type { Recommender } from '../../src/engine/model/recommender';
import { selectRows } from '../../src/engine/data/histories';
import { makeLists, SCORING_ROWS } from '../../src/engine/model/ranking/lists';
import { answerLines, measured } from '../support/answering';
import { trainingTask } from '../training/task';

const PLACES = 25;
const { kernels } = await loadBackend();
const { recipe, random, stage, histories, conditions } = await trainingTask(process.argv[2]!, kernels, {});
// Timing does not depend on what a model has learned: the initial weights suffice.
const sizes = { items: histories.columns, conditions: conditions.width };
const weights = Object.fromEntries(
  parameterShapes(recipe, sizes).map((shape) => [
    shape.name,
    { shape: shape.shape, values: initialValues(shape, random, stage) },
  ]),
);
const recommender = restoreDae(kernels, recipe, weights);

const chance = new RandomStream(1, 'bench');
const uniform = (count: number): Float32Array => Float32Array.from({ length: count }, () => chance.uniform());
/** Its scores exist beforehand: only mixing is measured. */
function companion(): Recommender {
  const scores = uniform(SCORING_ROWS * sizes.items);
  return {
    score: ({ histories: { rows } }) => scores.slice(0, rows * sizes.items),
    tensors: () => ({}),
    dispose: () => undefined,
  };
}
function mixing(by: Kernels): Recommender {
  const tensors = {
    ...weights,
    [PEERS]: { shape: [sizes.conditions + 1, sizes.items], values: uniform((sizes.conditions + 1) * sizes.items) },
    [PEERS_SHARE]: { shape: [1], values: Float32Array.of(0.85) },
    [TREND]: { shape: [1, sizes.items], values: uniform(sizes.items) },
  };
  const shared = { model: 'als', share: 0.2 } as const;
  const companions = [companion(), companion()].map((one) => ({ ...shared, recommender: one }));
  return restoreDae(by, recipe, tensors, companions);
}
const { bestMixed: _best, mixedScores: _scores, ...withoutMixing } = kernels;
const asked: Record<string, () => Recommender> = {
  lists: () => recommender,
  one: () => recommender,
  mixed: () => mixing(kernels),
  'mixed-in-javascript': () => mixing(withoutMixing),
};

await answerLines(async (command, [row]) => {
  const scorer = asked[command]!();
  return measured(async () => {
    const at = (Number(row) * 400) % histories.rows;
    const part = command === 'one' ? selectRows(histories, [at]) : histories;
    const theirs = command === 'one' ? conditions.values.subarray(at * conditions.width) : conditions.values;
    const rows = { histories: part, conditions: theirs, conditionWidth: conditions.width };
    makeLists(scorer, rows, { count: PLACES, excludeWatched: true });
  });
});
