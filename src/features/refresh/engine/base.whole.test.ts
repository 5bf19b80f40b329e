/** A refresh begins with the run in use, not with the one trained last. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { bundleRun } from '../../bundles/engine/bundle-run';
import { openBundle } from '../../bundles/engine/open-bundle';
import { createEngine } from '../../engine';
import { keepRefresh } from './kept-refreshes';
import { importFolder } from '../../../engine/import/import-folder';
import { readRecord, sealRecord } from '../../../engine/runs/record';
import { runFolder } from '../../../engine/storage/workspace';
import { finalValue } from '../../../shared/values/final-value';
import { completeRecipe } from '../../../shared/recipe/schema';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import { importDistinctive, SMALL_RECIPE } from '../../../../tests/support/trained-run';
import { trainersHere as launcher } from '../../../../tests/support/trainers-here';

/** A data set with an engine on it. `begins`: the run that a refresh begins with, and why. */
async function prepared() {
  const { workspace, dataset } = await importDistinctive();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher });
  const trained = async (seed: number): Promise<string> => {
    const recipe = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });
    const { runId } = await client.runs.start({ data: dataset.fingerprint, recipe, seed });
    await finalValue(await client.runs.watch({ runId }));
    return runId;
  };
  const begins = async () => {
    const base = await client.refresh.base();
    return base && [base.run.runId, base.why];
  };
  return { workspace, dataset, client, trained, begins };
}

test('the last export or approval counts first, then a star, and only then the last run', async () => {
  const { workspace, client, trained, begins } = await prepared();
  const [ours, starred, tried] = [await trained(1), await trained(2), await trained(3)];
  expect(await begins()).toEqual([tried, 'last']);
  await client.runs.mark({ runId: starred, revision: 0, starred: true });
  expect(await begins()).toEqual([starred, 'starred']);
  await client.review.approve({ runId: ours, by: 'Kim', reason: 'Looked at.' });
  expect(await begins()).toEqual([ours, 'approved']);
  const usedAt = async (runId: string): Promise<string | undefined> => (await client.runs.get({ runId })).usedAt;
  expect([await usedAt(ours), await usedAt(tried)]).toEqual([expect.any(String), undefined]);
  const out = path.join(workspace.folder, '..', `${path.basename(workspace.folder)}.csv`);
  await client.runs.export({ runId: tried, format: 'submission', out });
  expect(await begins()).toEqual([tried, 'exported']);
  expect((await usedAt(tried))! > (await usedAt(ours))!).toBe(true);
  await client.review.approve({ runId: ours, by: 'Kim', reason: 'Looked at again.' });
  expect(await begins()).toEqual([ours, 'approved']);
  // A withdrawn approval no longer counts, nor does an archived run.
  await client.review.withdraw({ runId: ours, by: 'Kim', reason: 'Not for children.' });
  expect(await begins()).toEqual([tried, 'exported']);
  await client.runs.mark({ runId: tried, revision: 0, archived: true });
  expect(await begins()).toEqual([starred, 'starred']);
});

test('a run that was chosen comes before exports and approvals, with what refreshes made of it, and the log names the choice', async () => {
  const { workspace, dataset, client, trained, begins } = await prepared();
  const [chosen, other, refreshed] = [await trained(1), await trained(2), await trained(3)];
  await client.review.approve({ runId: other, by: 'Kim', reason: 'Looked at.' });
  await client.runs.choose({ runId: other, chosen: true });
  expect(await begins()).toEqual([other, 'chosen']);
  // The choice of another takes its place.
  expect((await client.runs.choose({ runId: chosen, chosen: true })).marks.chosenAt).toBeDefined();
  expect((await client.runs.get({ runId: other })).marks.chosenAt).toBeUndefined();
  await client.review.approve({ runId: other, by: 'Kim', reason: 'Looked at again.' });
  expect(await begins()).toEqual([chosen, 'chosen']);

  const refresh = {
    refreshId: 'fone',
    state: 'exported' as const,
    reason: null,
    startedAt: new Date().toISOString(),
    endedAt: new Date().toISOString(),
    from: { runId: chosen, data: dataset.fingerprint },
    folder: '/data/week',
    dataset: null,
    run: { runId: refreshed, seed: 3, metrics: null },
    compared: null,
    lastExports: [],
    checks: null,
    export: null,
  };
  await keepRefresh(workspace, { ...refresh, state: 'worse' });
  expect(await begins()).toEqual([chosen, 'chosen']);
  await keepRefresh(workspace, refresh);
  expect(await begins()).toEqual([refreshed, 'refreshed']);
  // Who chooses it again goes back behind the refresh.
  await client.runs.choose({ runId: chosen, chosen: true });
  expect(await begins()).toEqual([chosen, 'chosen']);

  await client.runs.choose({ runId: chosen, chosen: false });
  expect(await begins()).toEqual([other, 'approved']);
  const choices = (await client.review.audit({ runId: chosen })).filter(({ what }) => what.includes('chosen'));
  expect(choices.map(({ what, runId, before, outcome }) => [what, runId, before, outcome])).toEqual([
    ['no-longer-chosen', chosen, undefined, 'completed'],
    ['chosen', chosen, chosen, 'completed'],
    ['chosen', chosen, other, 'completed'],
    ['chosen', other, null, 'completed'],
  ]);
  await client.runs.mark({
    runId: chosen,
    revision: (await client.runs.get({ runId: chosen })).marks.revision,
    archived: true,
  });
  await expect(client.runs.choose({ runId: chosen, chosen: true })).rejects.toMatchObject({ code: 'usage' });
});

test('a bundle does not choose the run of the weekly training, whatever approvals and dates it has', async () => {
  const { workspace, dataset, source } = await importDistinctive();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher });
  const theirs = await temporaryWorkspace();
  await importFolder({ workspace: theirs, folder: source });
  const elsewhere = await createEngine({ workspaceFolder: theirs.folder, launcher });
  const trained = async (engine: typeof client, seed: number): Promise<string> => {
    const recipe = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });
    const { runId } = await engine.runs.start({ data: dataset.fingerprint, recipe, seed });
    await finalValue(await engine.runs.watch({ runId }));
    return runId;
  };
  const [hostile, ours] = [await trained(elsewhere.client, 1), await trained(client, 2)];
  const folder = runFolder(theirs, hostile);
  await elsewhere.client.review.approve({ runId: hostile, by: 'Kim', reason: 'Looked at.' });
  const late = '9999-12-31T00:00:00.000Z';
  const approvals = path.join(folder, 'approvals.json');
  const [approval] = JSON.parse(await fs.readFile(approvals, 'utf8')) as object[];
  await fs.writeFile(approvals, JSON.stringify([{ ...approval, seal: undefined, at: late }]));
  await sealRecord(folder, { ...(await readRecord(folder)), createdAt: late });
  const file = path.join(theirs.folder, '..', `${path.basename(theirs.folder)}.shelfwise`);
  await bundleRun({ workspace: theirs, runId: hostile, out: file, withData: true });
  await openBundle({ workspace, file });

  const begins = async () => {
    const base = await client.refresh.base();
    return base && [base.run.runId, base.why];
  };
  // Opened last, it is the last; its date does not keep it there.
  const next = await trained(client, 3);
  expect(await begins()).toEqual([next, 'last']);
  await client.review.approve({ runId: ours, by: 'Lee', reason: 'Looked at.' });
  expect(await begins()).toEqual([ours, 'approved']);
  // It is not chosen before a verification here says that its lists are those of its training.
  await expect(client.runs.choose({ runId: hostile, chosen: true })).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('was not verified on this computer'),
  });
  expect(await begins()).toEqual([ours, 'approved']);
  // An approval given here counts.
  await client.review.approve({ runId: hostile, by: 'Lee', reason: 'Looked at, too.' });
  expect(await begins()).toEqual([hostile, 'approved']);
});
