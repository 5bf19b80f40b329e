/** Lists of a model in memory: `lists` makes those of all profiles, `one N` that of one; answers seconds. */
import { loadBackend } from '../../src/engine/model/backend';
import { restoreDae } from '../../src/engine/model/dae/dae-recommender';
import { initialValues, parameterShapes } from '../../src/engine/model/dae/structure';
import { selectRows } from '../../src/engine/data/histories';
import type { NumericMode } from '../../src/engine/environment/numeric-mode';
import { makeLists } from '../../src/engine/ranking/lists';
import { answerLines, measured } from '../support/answering';
import { trainingTask } from '../training/task';

const PLACES = 25;
const { kernels } = await loadBackend(process.argv[2] as NumericMode);
const { recipe, random, stage, histories, conditions } = await trainingTask(kernels, {});
// Time does not ask what a model has learned: the initial weights will do.
const sizes = { items: histories.columns, conditions: conditions.width };
const weights = parameterShapes(recipe, sizes).map((shape) => [
  shape.name,
  { shape: shape.shape, values: initialValues(shape, random, stage) },
]);
const recommender = restoreDae(kernels, recipe, Object.fromEntries(weights));

await answerLines(async (command, [row]) =>
  measured(async () => {
    const at = Number(row);
    const part = command === 'one' ? selectRows(histories, [at]) : histories;
    const theirs = command === 'one' ? conditions.values.subarray(at * conditions.width) : conditions.values;
    const rows = { histories: part, conditions: theirs, conditionWidth: conditions.width };
    makeLists(recommender, rows, { count: PLACES, excludeWatched: true });
  }),
);
