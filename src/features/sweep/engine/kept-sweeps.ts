/** sweeps/sweeps.json: the last request of each sweep. The results of its trials are in their runs. */
import { createHash } from 'node:crypto';
import { type KeptSweep, keptSweepSchema, type SweepRequest } from '../contract/sweep';
import { ShelfwiseError } from '../../../shared/errors';
import { asksForNewer, canonicalRecipe, withStoredRecipe } from '../../../shared/recipe/stored';
import { say } from '../../../shared/words/sentence';
import { changeRecords, fileOf, readRecords, type RecordFamily, withRecord } from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Space } from './space';

const LETTERS = 12;

const SWEEPS: RecordFamily<KeptSweep> = {
  folder: 'sweeps',
  only: 'sweeps',
  name: 'sweeps',
  value: keptSweepSchema,
  asStored: withStoredRecipe,
  isNewer: asksForNewer,
};

/** Depends on what is tried, not on how much of it: a sweep that is added to stays the same one. */
export function sweepIdOf({ data, recipe, method, seed }: SweepRequest, space: Space): string {
  const what = JSON.stringify([data, canonicalRecipe(recipe), method, seed, space]);
  return `s${createHash('sha256').update(`shelfwise sweep 1\n${what}`).digest('hex').slice(0, LETTERS)}`;
}

export async function keepSweep(workspace: Workspace, sweep: KeptSweep): Promise<void> {
  await changeRecords(fileOf(SWEEPS, workspace), (sweeps) => withRecord(sweeps, sweep.sweepId, sweep));
}

/** @throws ShelfwiseError `not-found` */
export async function keptSweep(workspace: Workspace, sweepId: string): Promise<KeptSweep> {
  const kept = (await readRecords(fileOf(SWEEPS, workspace))).get(sweepId);
  if (kept === undefined) throw new ShelfwiseError('not-found', say('sweep.unknown', { sweep: sweepId }));
  return kept;
}

/** Latest first. */
export async function listSweeps(workspace: Workspace): Promise<KeptSweep[]> {
  const sweeps = [...(await readRecords(fileOf(SWEEPS, workspace))).values()];
  return sweeps.sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1));
}
