/** Tries a row of a leaderboard, unless its file shows that it was already tried. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { CompareUnit } from '../contract/unit';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { LeaderboardRequest } from '../contract/leaderboard';
import type { Progress } from '../../../shared/contract/progress';
import { toShelfwiseError } from '../../../shared/errors';
import type { AskedOf } from '../../../shared/values/asked-of';
import { leaderboardRecipe } from '../../../shared/recipe/presets';
import { canonicalRecipe } from '../../../shared/recipe/stored';
import { say } from '../../../shared/words/sentence';
import { openSnapshot } from '../../../engine/data/snapshot';
import { isOfAnyComputer, storeRow, parseRow, readRow, rowFile } from '../../../engine/model/evaluate/stored-rows';
import { sha256, sha256OfFile } from '../../../engine/storage/read-files';
import { datasetFolder, type Workspace } from '../../../engine/storage/workspace';
import { compareSideBySide } from './side-by-side';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { answerOfNone, problemOf, stopped } from '../../../engine/training/units/answers';
import type { Brought, UnitKind, UnitOptions } from '../../../engine/training/units/unit-kind';

/** Most bytes of a row: some 30 for each profile of the hold-out. */
const LARGEST_ROW = 1 << 28;

/** An interrupted trial starts again. Data that is too large for the model is an answer too. */
async function* compareUnit(
  { workspace, launcher }: TrainingHost,
  unit: CompareUnit,
  { signal = new AbortController().signal }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { dataset, folder } = await openSnapshot(workspace, unit.data);
  const whole = { ...unit, data: dataset.fingerprint };
  const known = await triedAlready(workspace, whole, 'here');
  if (known !== null) return known;
  yield { phase: 'leaderboard', detail: unit.model, done: 0, total: 1 };
  const { model, split, seed } = unit;
  const request: LeaderboardRequest = { data: whole.data, split, seeds: 1, seed, models: [model] };
  try {
    const [tried] = await compareSideBySide({ workspace, launcher, request, onProgress: () => undefined, signal }, 1);
    const { trials, tooLarge } = tried!.models[0]!;
    await storeRow(folder, unit, { trial: trials[0] ?? null, tooLarge });
    return (await keptAnswer(workspace, whole))!;
  } catch (thrown) {
    if (signal.aborted) return answerOfRow(unit, { state: 'stopped', problem: stopped() });
    return answerOfRow(unit, { state: 'failed', problem: problemOf(toShelfwiseError(thrown)) });
  }
}

/**
 * @param unit with the whole fingerprint of its data set
 * @returns null if the row was not tried yet, or only a computer that was too small tried it: there may be more memory now, or elsewhere
 */
async function triedAlready(workspace: Workspace, unit: CompareUnit, askedOf: AskedOf): Promise<UnitAnswer | null> {
  const kept = await readRow(datasetFolder(workspace, unit.data), unit, askedOf);
  return kept !== null && isOfAnyComputer(kept) ? keptAnswer(workspace, unit) : null;
}

/**
 * @param unit with the whole fingerprint of its data set
 * @returns the result of the last trial, including a refusal by one computer; null if there was none
 */
async function keptAnswer(workspace: Workspace, unit: CompareUnit): Promise<UnitAnswer | null> {
  const folder = datasetFolder(workspace, unit.data);
  const kept = await readRow(folder, unit, 'cluster');
  if (kept === null) return null;
  const file = await rowFile(unit);
  const hash = await sha256OfFile(path.join(folder, file));
  return answerOfRow(unit, { state: 'done', metrics: kept.trial?.metrics ?? null, file: { path: file, sha256: hash } });
}

const answerOfRow = ({ model }: CompareUnit, of: Pick<UnitAnswer, 'state'> & Partial<UnitAnswer>): UnitAnswer =>
  answerOfNone('compare', '', of, sha256(canonicalRecipe(leaderboardRecipe(model))));

/** Put beside the rows that were tried here, as the cluster's. */
async function bringHome(brought: Brought, unit: CompareUnit): Promise<UnitAnswer> {
  const { workspace, cluster, refused } = brought;
  const file = await brought.file(LARGEST_ROW);
  const { size } = await fs.stat(file);
  const row = size > LARGEST_ROW ? null : await parseRow(await fs.readFile(file, 'utf8'), unit.data, unit);
  if (row === null) throw refused(say('cluster.other-row', { model: unit.model, seed: unit.seed }));
  await storeRow(datasetFolder(workspace, unit.data), unit, { ...row, cluster });
  return (await keptAnswer(workspace, unit))!;
}

export const COMPARE_UNIT: UnitKind<CompareUnit> = {
  work: compareUnit,
  doneAlready: (workspace, unit) => triedAlready(workspace, unit, 'cluster'),
  undone: answerOfRow,
  bringHome,
  essence: ({ data, model, split, seed }) => [data, model, split, seed],
  recipe: ({ model }) => leaderboardRecipe(model),
  shown: ({ model, seed }) => ({ model, seed }),
};
