/** A refresh and a comparison of its two runs answer the same question. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import type { ScoreAgain, ScoredAgain } from '../../run-comparison/contract/run-comparison';
import { createEngine } from '../../engine';
import type { Refresh } from '../contract/refresh';
import { MEASURED_MODEL_FILE } from '../../../engine/runs/measured-model-file';
import { completeRecipe } from '../../../shared/recipe/schema';
import { finalValue } from '../../../shared/values/final-value';
import { writeMonth } from '../../../../tests/support/months';
import { SMALL_RECIPE } from '../../../../tests/support/trained-run';
import { trainersHere as launcher } from '../../../../tests/support/trainers-here';

test('says of the two runs what scoring them again says, and tells where the model of the lists had to do', async () => {
  const place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-same-verdict-'));
  const workspaceFolder = path.join(place, 'workspace');
  const { client } = await createEngine({ workspaceFolder, launcher });
  const march = await writeMonth(place, 'march');
  const { fingerprint: data } = await finalValue(await client.datasets.import({ folder: march }));
  const recipe = completeRecipe({ ...SMALL_RECIPE, model: 'item-knn', 'stopping.share': 0.2 });
  const { runId } = await client.runs.start({ data, recipe, seed: 5 });
  await finalValue(await client.runs.watch({ runId }));
  const out = path.join(place, 'lists.csv');
  const april = { folder: await writeMonth(place, 'april'), out, format: 'submission' as const };
  const { run, compared }: Refresh = await finalValue(await client.refresh.run(april));
  const again = async (): Promise<ScoredAgain> => {
    const { runs }: ScoreAgain = await finalValue(await client.runs.scoreAgain({ runIds: [runId, run!.runId] }));
    return runs[0]!;
  };

  const { metrics, asMeasured } = await again();
  expect(asMeasured).toBe(true);
  // Of the data that reaches further is the new run: what is told there is the earlier one less it.
  expect(metrics.map(({ metric, before: now, after: before }) => ({ metric, now, before }))).toEqual(
    compared!.figures.map(({ metric, now, before }) => ({ metric, now, before })),
  );
  expect(metrics.map(({ low, high }) => [low, high])).toEqual(
    compared!.figures.map(({ low, high }) => [0 - high, 0 - low]),
  );
  expect(compared!.verdict).toBe('better');

  await fs.rm(path.join(workspaceFolder, 'runs', runId, MEASURED_MODEL_FILE));
  expect((await again()).asMeasured).toBe(false);
  await fs.rm(place, { recursive: true });
});
