/**
 * Fits the linear models on made-up histories, and scores with them: `worker PROFILES ITEMS PAIRS FOLDER`. The histories are written to the
 * folder for others; then `fit MODEL knob=value ...` fits one, and `lists` makes 25 places for all profiles with the last one.
 */
import * as path from 'node:path';
import type { SparseRows, WholeTrainingData } from '../../src/engine/data/tables';
import { loadBackend } from '../../src/engine/model/backend';
import { baselineOfRecipe } from '../../src/engine/model/models';
import { RandomStream, RandomStreams } from '../../src/engine/model/random';
import type { Recommender } from '../../src/engine/model/recommender';
import { makeLists } from '../../src/engine/model/ranking/lists';
import { makeFolder, writeFile } from '../../src/engine/storage/files';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { completeRecipe, parseAssignment } from '../../src/shared/recipe/schema';
import { answerLines, measured } from '../support/answering';
import { madeUpHistories } from './histories';

const PLACES = 25;

const [profiles, items, pairs] = process.argv.slice(2, 5).map(Number) as [number, number, number];
const folder = process.argv[5]!;
const { kernels } = await loadBackend();
const histories = madeUpHistories({ profiles, items, pairs }, new RandomStream(1, 'linear'));
await exportHistories(histories);
// The models use nothing else of the data.
const data = { histories, items: { ids: [], titles: [], attributes: [] } } as unknown as WholeTrainingData;
const of = { histories, conditions: new Float32Array(0), conditionWidth: 0 };
const goOn = async (): Promise<void> => undefined;
let fitted: Recommender | null = null;

await answerLines(async (command, [model, ...settings]) =>
  measured(async () => {
    if (command === 'lists') return void makeLists(fitted!, of, { count: PLACES, excludeWatched: true });
    const recipe = completeRecipe(Object.fromEntries(settings.map(parseAssignment)), presetRecipe(model!));
    fitted?.dispose();
    fitted = await baselineOfRecipe(recipe)!.fit(data, recipe, new RandomStreams(1), kernels, goOn);
  }),
);

async function exportHistories({ rows, columns, offsets, indices, values }: SparseRows): Promise<void> {
  await makeFolder(folder);
  for (const [name, part] of Object.entries({ offsets, indices, values }))
    await writeFile(path.join(folder, name), new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  await writeFile(path.join(folder, 'facts.json'), JSON.stringify({ profiles: rows, items: columns }));
}
