/** Removes everything about profiles from a run, which leaves it as in a bundle without data. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { MEASURED_MODEL_FILE } from '../../../engine/runs/measured-model-file';
import { modelFile } from '../../../engine/runs/model-file';
import { BUNDLED_RULES_FILE } from '../../../engine/runs/bundled-rules';
import { countParts, removeParts } from '../../../engine/runs/list-parts';
import { FOR_RESUMING, PRIVATE_RUN_FILES } from '../../../engine/runs/record';
import { repeatsOf } from '../../../engine/runs/repeat-folder';
import { encodeVocabulary, readVocabulary, vocabularyFile } from '../../../engine/runs/vocabulary';
import { entriesOf } from '../../../engine/storage/disk';
import { removeFolder, writeFile } from '../../../engine/storage/files';
import { TEMPORARY_NAME } from '../../../engine/storage/temporary';
import {
  type ForgottenRun,
  readForgottenRunUnlessDamaged,
  writeForgottenRun,
} from '../../../engine/runs/forgotten-run';
import { KEPT_IN_RUNS } from '../../kept';

const STRIPPED = [
  ...PRIVATE_RUN_FILES,
  MEASURED_MODEL_FILE,
  BUNDLED_RULES_FILE,
  ...KEPT_IN_RUNS.filter(({ strippedByForgetting }) => strippedByForgetting).map(({ name }) => name),
  ...FOR_RESUMING,
];

/**
 * Writes the reason first, so that a run never lacks files without a reason.
 * @returns the numbers of private files and models that were removed
 * @throws ShelfwiseError `newer-version` if a newer version has already written the reason
 */
export async function stripRun(folder: string, forgotten: ForgottenRun): Promise<{ files: number; models: number }> {
  const earlier = await readForgottenRunUnlessDamaged(folder);
  await writeForgottenRun(folder, { ...forgotten, withModel: forgotten.withModel || earlier?.withModel === true });
  let files = 0;
  for (const name of STRIPPED) if (await removed(path.join(folder, name))) files++;
  for (const repeat of await repeatsOf(folder)) {
    await removeFolder(repeat);
    files++;
  }
  files += await countParts(folder);
  await removeParts(folder);
  for (const { name } of await entriesOf(folder))
    if (TEMPORARY_NAME.test(name)) await removeFolder(path.join(folder, name));
  if (await leaveItemsOnly(folder)) files++;
  return { files, models: forgotten.withModel && (await removed(modelFile(folder))) ? 1 : 0 };
}

async function removed(file: string): Promise<boolean> {
  const isThere = (await fs.lstat(file).catch(() => null)) !== null;
  if (isThere) await fs.rm(file);
  return isThere;
}

/** A damaged one is removed as a whole, because its contents are unknown. */
async function leaveItemsOnly(folder: string): Promise<boolean> {
  const file = vocabularyFile(folder);
  if ((await fs.lstat(file).catch(() => null)) === null) return false;
  const vocabulary = await readVocabulary(folder).catch(() => null);
  if (vocabulary === null) return removed(file);
  if (vocabulary.profiles === null) return false;
  await writeFile(file, encodeVocabulary({ ...vocabulary, profiles: null }));
  return true;
}
