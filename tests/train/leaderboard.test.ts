/** One way to fit: a row of the leaderboard is what a run of that preset comes to. */
import { expect, test } from 'vitest';
import { createRun } from '../../src/engine/runs/store';
import { runFolder } from '../../src/engine/storage/workspace';
import { compareModels } from '../../src/engine/train/compare-models';
import { trainRun } from '../../src/engine/train/train-run';
import { type LeaderboardModel, presetRecipe } from '../../src/shared/recipe/presets';
import { importDistinctive } from '../support/trained-run';

const SEED = 7;

test.each<{ split: 'time' | 'random'; models: LeaderboardModel[] }>([
  { split: 'time', models: ['popularity', 'als', 'filter', 'dae-quick'] },
  { split: 'random', models: ['trend', 'item-knn', 'ease', 'dae-original'] },
])('the rows of $models, split by $split, are the runs of these presets, metric for metric', async (request) => {
  const { workspace, dataset } = await importDistinctive();
  const board = { data: dataset.fingerprint, seeds: 1, seed: SEED, ...request };
  const { rows } = await compareModels(workspace.folder, board, () => undefined);
  for (const row of rows) {
    const recipe = { ...presetRecipe(row.model), 'stopping.split': request.split };
    const { runId } = await createRun(workspace, { dataset, recipe, seed: SEED });
    const { status, metrics, stages } = await trainRun(workspace.folder, runFolder(workspace, runId));
    expect(status).toBe('finished');
    expect(metrics!.score).toBeGreaterThan(0);
    const { recall, ndcg, score } = metrics!;
    const { epochs } = stages.find(({ stage }) => stage === 'measure')!;
    expect(row).toMatchObject({ recall, ndcg, score, epochs: epochs === 0 ? [] : [epochs] });
  }
});
