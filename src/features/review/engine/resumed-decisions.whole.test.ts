/** Decisions on the lists of a stopped run do not apply to the lists of the resumed run. */
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { requestStop } from '../../../engine/machine/trainers/lock';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { finalValue } from '../../../shared/values/final-value';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { importDistinctive, profileId, startRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

const LONG = {
  'structure.width': 32,
  'stopping.rule': 'validation',
  'stopping.split': 'random',
  'stopping.epochs': 50,
  'stopping.patience': 50,
};

test('an approval and decisions end with the lists they were about', async () => {
  const { workspace, dataset } = await importDistinctive();
  const { folder, runId } = await startRun(workspace, dataset, LONG);
  for await (const { epoch } of watchRun(folder)) if ((epoch?.epoch ?? 0) >= 5) await requestStop(folder);
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const approved = await client.review.approve({ runId, by: 'Kim', reason: 'looked at all lists' });
  const profile = profileId(3);
  await client.review.decide({ runId, profile, decision: 'fine', owner: 'Lee', revision: 0 });

  await client.runs.resume({ runId });
  const { status, listsSha256 } = await finalValue(watchRun(folder));
  expect(status).toBe('finished');
  expect(listsSha256).not.toBe(approved.current!.listsSha256);
  expect(await client.review.approvals({ runId })).toMatchObject({ current: null, all: [{ by: 'Kim' }] });
  const out = path.join(await temporaryFolder(), 'lists.csv');
  expect(await client.runs.export({ runId, out, format: 'csv' })).toMatchObject({ approval: null });
  const rows = await Promise.all(
    (['odd', 'rest'] as const).map((of) => client.review.queue({ runId, start: 0, end: 100, of })),
  );
  const row = rows.flatMap((page) => page.rows).find((one) => one.profile === profile);
  expect(row).toMatchObject({ isDecided: false, decision: { decision: 'fine', owner: 'Lee', runId } });
});
