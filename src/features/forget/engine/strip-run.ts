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
import { removeFile, removeFolder, writeFile } from '../../../engine/storage/files';
import { TEMPORARY_NAME } from '../../../engine/storage/temporary';
import {
  type ForgottenRun,
  readForgottenRun,
  readForgottenRunUnlessDamaged,
  writeForgottenRun,
} from '../../../engine/runs/forgotten-run';
import { runIds } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
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
 * @param titles those that only the profile watched; null if that is no longer known: then the run loses the names of all its titles
 * @returns the numbers of private files and models that were removed
 * @throws ShelfwiseError `newer-version` if a newer version has already written the reason
 */
export async function stripRun(
  folder: string,
  forgotten: Omit<ForgottenRun, 'withTitles'>,
  titles: readonly string[] | null,
): Promise<{ files: number; models: number }> {
  const earlier = await readForgottenRunUnlessDamaged(folder);
  await writeForgottenRun(folder, {
    ...forgotten,
    withModel: forgotten.withModel || earlier?.withModel === true,
    ...((titles === null || earlier?.withTitles === true) && { withTitles: true }),
  });
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
  if (await leaveTitlesOnly(folder, titles)) files++;
  return { files, models: forgotten.withModel && (await removed(modelFile(folder))) ? 1 : 0 };
}

/** Runs of data that was replaced before follow it to what replaces it now, so that their recipe can be trained on it. */
export async function repointForgottenRuns(
  workspace: Workspace,
  replacements: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const runId of await runIds(workspace)) {
    const folder = runFolder(workspace, runId);
    const forgotten = await readForgottenRun(folder).catch(() => null);
    const dataset = forgotten?.dataset;
    if (!dataset || !Object.hasOwn(replacements, dataset) || replacements[dataset] === dataset) continue;
    await writeForgottenRun(folder, { ...forgotten, dataset: replacements[dataset]! });
  }
}

async function removed(file: string): Promise<boolean> {
  const isThere = (await fs.lstat(file).catch(() => null)) !== null;
  if (isThere) await removeFile(file);
  return isThere;
}

/**
 * Without profiles, and with names that say nothing for these titles: a title that one profile watched tells that a profile did. Their columns stay,
 * as the model has them. A damaged vocabulary is removed as a whole, because its contents are unknown.
 */
async function leaveTitlesOnly(folder: string, titles: readonly string[] | null): Promise<boolean> {
  const file = vocabularyFile(folder);
  if ((await fs.lstat(file).catch(() => null)) === null) return false;
  const vocabulary = await readVocabulary(folder).catch(() => null);
  if (vocabulary === null || titles === null) return removed(file);
  const gone = new Set(titles);
  if (vocabulary.profiles === null && !vocabulary.items.some((id) => gone.has(id))) return false;
  const taken = new Set(vocabulary.items);
  let number = 0;
  const nameless = (): string => {
    do number++;
    while (taken.has(namelessTitle(number)));
    return namelessTitle(number);
  };
  const items = vocabulary.items.map((id) => (gone.has(id) ? nameless() : id));
  await writeFile(file, encodeVocabulary({ profiles: null, items }));
  return true;
}

const namelessTitle = (number: number): string => `(forgotten ${number})`;
