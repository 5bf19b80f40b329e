/** `worker FOLDER`: `lists` makes lists of 100 places for all profiles; `one` passes them under a limit per series, `all` under a rule of each kind. */
import { ruleSetSchema } from '../../src/shared/contract/rules';
import { STORED_PLACES } from '../../src/shared/limits';
import { loadBackend } from '../../src/engine/model/backend';
import { restoreDae } from '../../src/engine/model/dae/dae-recommender';
import { initialValues, parameterShapes } from '../../src/engine/model/dae/structure';
import { type Lists, makeLists } from '../../src/engine/model/ranking/lists';
import { ruledLists } from '../../src/engine/rules/pass';
import { PreparedRules, type RuleData } from '../../src/engine/rules/prepared-rules';
import { answerLines, measured } from '../support/answering';
import { trainingTask } from '../training/task';

const { kernels } = await loadBackend();
const { recipe, random, stage, histories, conditions } = await trainingTask(process.argv[2]!, kernels, {});
// Timing does not depend on what a model has learned: the initial weights suffice.
const sizes = { items: histories.columns, conditions: conditions.width };
const weights = parameterShapes(recipe, sizes).map((shape) => [
  shape.name,
  { shape: shape.shape, values: initialValues(shape, random, stage) },
]);
const recommender = restoreDae(kernels, recipe, Object.fromEntries(weights));
const rows = { histories, conditions: conditions.values, conditionWidth: conditions.width };
let lists: Lists = { count: 0, items: new Int32Array(0), scores: new Float32Array(0) };

/** Series of eight episodes, thirty genres, ages 1 to 13. */
const data: RuleData = {
  items: {
    ids: Array.from({ length: histories.columns }, (_, item) => String(item)),
    titles: Array.from({ length: histories.columns }, (_, item) => `Series ${item >> 3}, part ${(item % 8) + 1}`),
    attributes: [
      {
        kind: 'categorical',
        name: 'genre',
        categories: Array.from({ length: 30 }, (_, genre) => `genre ${genre}`),
        codes: Int32Array.from({ length: histories.columns }, (_, item) => (item >> 3) % 30),
      },
    ],
  },
  profiles: {
    ids: Array.from({ length: histories.rows }, (_, row) => String(row)),
    attributes: [
      {
        kind: 'numeric',
        name: 'age',
        values: Float64Array.from({ length: histories.rows }, (_, row) => 1 + (row % 13)),
      },
    ],
  },
  watched: Array.from({ length: histories.rows }, (_, row) => histories.offsets[row + 1]! - histories.offsets[row]!),
  histories,
  excludeWatched: true,
};
const genre = (...places: number[]): object => ({ attributes: { genre: places.map((place) => `genre ${place}`) } });
const limit = { id: 'limit', name: 'limit', kind: 'at-most', count: 2, per: { series: true } };
const all = [
  limit,
  { id: 'pin', name: 'pin', kind: 'pin', titles: { ids: ['17'] }, place: 3 },
  { id: 'boost', name: 'boost', kind: 'boost', titles: genre(3), places: 10 },
  { id: 'bury', name: 'bury', kind: 'bury', titles: genre(4), places: 20, profiles: { watched: { from: 20 } } },
  { id: 'hide', name: 'hide', kind: 'hide', titles: genre(5) },
  { id: 'age', name: 'age', kind: 'age', titles: genre(6), attribute: 'age', ages: { from: 6 } },
  { id: 'order', name: 'order', kind: 'in-order' },
  { id: 'expire', name: 'expire', kind: 'expire', titles: genre(7), after: '2026-01-01' },
  { id: 'pair', name: 'pair', kind: 'never-with', titles: genre(8), others: genre(9) },
];

await answerLines(async (command) =>
  measured(async () => {
    if (command === 'lists') lists = makeLists(recommender, rows, { count: STORED_PLACES, excludeWatched: true });
    else {
      const set = ruleSetSchema.parse({ formatVersion: 1, rules: command === 'one' ? [limit] : all });
      const rowsOfAll = Int32Array.from({ length: lists.items.length / lists.count }, (_, row) => row);
      const { rescored } = await ruledLists(new PreparedRules(set, '2026-11-26', data), {
        rows: rowsOfAll,
        lists,
        watched: () => undefined,
        rank: () => {
          throw new Error('The stored places were to be enough.');
        },
      });
      if (rescored > 0) throw new Error(`${rescored} profiles had to be scored again.`);
    }
  }),
);
