/** Which run a refresh begins with: that which people work with, and not whichever was trained last. */
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { finalValue } from '../../src/shared/final-value';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { importDistinctive, launcher, SMALL_RECIPE } from '../support/trained-run';

test('what was exported or approved last counts, then a star, and only then the last run', async () => {
  const { workspace, dataset } = await importDistinctive();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher });
  const trained = async (seed: number): Promise<string> => {
    const recipe = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });
    const { runId } = await client.runs.start({ data: dataset.fingerprint, recipe, seed });
    await finalValue(await client.runs.watch({ runId }));
    return runId;
  };
  const [ours, starred, tried] = [await trained(1), await trained(2), await trained(3)];
  const begins = async () => {
    const base = await client.refresh.base();
    return base && [base.run.runId, base.why];
  };
  expect(await begins()).toEqual([tried, 'last']);
  await client.runs.mark({ runId: starred, revision: 0, starred: true });
  expect(await begins()).toEqual([starred, 'starred']);
  await client.review.approve({ runId: ours, by: 'Kim', reason: 'Looked at.' });
  expect(await begins()).toEqual([ours, 'approved']);
  const out = path.join(workspace.folder, '..', `${path.basename(workspace.folder)}.csv`);
  await client.runs.export({ runId: tried, format: 'submission', out });
  expect(await begins()).toEqual([tried, 'exported']);
  await client.review.approve({ runId: ours, by: 'Kim', reason: 'Looked at again.' });
  expect(await begins()).toEqual([ours, 'approved']);
  // What was taken back counts no longer, and what lies in the archive neither.
  await client.review.withdraw({ runId: ours, by: 'Kim', reason: 'Not for children.' });
  expect(await begins()).toEqual([tried, 'exported']);
  await client.runs.mark({ runId: tried, revision: 0, archived: true });
  expect(await begins()).toEqual([starred, 'starred']);
});
