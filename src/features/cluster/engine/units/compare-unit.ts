/** Tries a row of a leaderboard, unless it was tried already: the file of the row says so. */
import * as path from 'node:path';
import type { CompareUnit, UnitAnswer } from '../../../../shared/contract/unit';
import type { LeaderboardRequest } from '../../../../shared/contract/leaderboard';
import type { Progress } from '../../../../shared/contract/progress';
import { toShelfwiseError } from '../../../../shared/errors';
import { leaderboardRecipe } from '../../../../shared/recipe/presets';
import { canonicalRecipe } from '../../../../shared/recipe/schema';
import { openSnapshot } from '../../../../engine/data/snapshot';
import { isOfAnyComputer, keepTrial, readTrial, trialFile } from '../../../../engine/model/evaluate/kept-trials';
import { sha256, sha256OfFile } from '../../../../engine/storage/read-files';
import { datasetFolder, type Workspace } from '../../../../engine/storage/workspace';
import { compareSideBySide } from '../../../../engine/training/train/side-by-side';
import type { TrainingHost } from '../../../../engine/training/train/start-run';
import { problemOf, stopped } from './answers';
import type { UnitOptions } from './options';

/** One that was broken off begins again. That the data is too large for the model is an answer too. */
export async function* compareUnit(
  { workspace, launcher }: TrainingHost,
  unit: CompareUnit,
  { signal = new AbortController().signal }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { dataset, folder } = await openSnapshot(workspace, unit.data);
  const whole = { ...unit, data: dataset.fingerprint };
  const known = await triedAlready(workspace, whole);
  if (known !== null) return known;
  yield { phase: 'leaderboard', detail: unit.model, done: 0, total: 1 };
  const { model, split, seed } = unit;
  const request: LeaderboardRequest = { data: whole.data, split, seeds: 1, seed, models: [model] };
  try {
    const [tried] = await compareSideBySide({ workspace, launcher, request, onProgress: () => undefined, signal }, 1);
    const { trials, tooLarge } = tried!.models[0]!;
    await keepTrial(folder, unit, { trial: trials[0] ?? null, tooLarge });
    return (await keptAnswer(workspace, whole))!;
  } catch (thrown) {
    if (signal.aborted) return answerOfRow(unit, { state: 'stopped', problem: stopped() });
    return answerOfRow(unit, { state: 'failed', problem: problemOf(toShelfwiseError(thrown)) });
  }
}

/**
 * @param unit with the whole fingerprint of its data set
 * @returns null where the row was not tried yet, or only the computer that tried it was too small: there may be more memory now, or elsewhere
 */
export async function triedAlready(workspace: Workspace, unit: CompareUnit): Promise<UnitAnswer | null> {
  const kept = await readTrial(datasetFolder(workspace, unit.data), unit);
  return kept !== null && isOfAnyComputer(kept) ? keptAnswer(workspace, unit) : null;
}

/**
 * @param unit with the whole fingerprint of its data set
 * @returns what the row came to that was tried last, a refusal of one computer too; null where none was
 */
export async function keptAnswer(workspace: Workspace, unit: CompareUnit): Promise<UnitAnswer | null> {
  const folder = datasetFolder(workspace, unit.data);
  const kept = await readTrial(folder, unit);
  if (kept === null) return null;
  const file = await trialFile(unit);
  const hash = await sha256OfFile(path.join(folder, file));
  return answerOfRow(unit, { state: 'done', metrics: kept.trial?.metrics ?? null, file: { path: file, sha256: hash } });
}

export const answerOfRow = (
  { model }: Pick<CompareUnit, 'model'>,
  of: Pick<UnitAnswer, 'state'> & Partial<UnitAnswer>,
): UnitAnswer => ({
  kind: 'compare',
  runId: '',
  hashes: { recipeSha256: sha256(canonicalRecipe(leaderboardRecipe(model))), weightsSha256: null, listsSha256: null },
  validation: null,
  metrics: null,
  verification: null,
  file: null,
  problem: null,
  ...of,
});
