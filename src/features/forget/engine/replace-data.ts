/** Replaces a data set by one without the profile. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Dataset } from '../../../shared/contract/dataset';
import { type WithoutProfile, writeWithoutProfile } from '../../../engine/import/without-profile';
import { readDataset } from '../../../engine/data/snapshot';
import { entriesOf } from '../../../engine/storage/disk';
import { makeFolderNamedBy, removeFile, writeFileWith, writeJson } from '../../../engine/storage/files';
import { datasetFolder, type Workspace } from '../../../engine/storage/workspace';

interface Replaced extends Omit<WithoutProfile, 'dataset'> {
  /** Fingerprint of the new data set: the same if only rows with issues mentioned the profile, null if nothing is left. */
  readonly after: string | null;
  /** Whether it was not there before. */
  readonly made: boolean;
}

/**
 * Makes the new data set beside the old one, which stays in place, unless both are the same data.
 * @param onTakeOver called before anything of the old one changes, if both are the same data
 * @returns null if the old one is gone
 */
export async function replaceDataset(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  onTakeOver: () => void,
): Promise<Replaced | null> {
  const before = datasetFolder(workspace, fingerprint);
  const dataset = await readDataset(before);
  if (dataset === null) return null;
  const { result, made: isMade } = await makeFolderNamedBy<Omit<Replaced, 'made'>>(
    workspace.datasets,
    async (folder) => {
      const made = await writeWithoutProfile({ dataset, folder: before }, profile, folder);
      const { dataset: after, ...counts } = made;
      // The name is taken: discards what was written here.
      if (after === null) return { name: fingerprint, result: { after: null, ...counts } };
      const isSame = after.fingerprint === fingerprint;
      await writeJson(path.join(folder, 'dataset.json'), isSame ? withAddingOf(dataset, after) : after);
      if (isSame) {
        onTakeOver();
        await takeOver(folder, before, after.rowIssuesFile);
      }
      return { name: after.fingerprint, result: { after: after.fingerprint, ...counts } };
    },
  );
  return { ...result, made: isMade };
}

/** What the next addition needs stays in place, as it contains nothing of the profile. */
function withAddingOf({ adding }: Dataset, after: Dataset): Dataset {
  const { adding: _, ...others } = after;
  return { ...others, ...(adding && { adding }) };
}

/** The data is the same: only the report on rows changes. Removes row issues of earlier imports. */
async function takeOver(made: string, target: string, rowIssuesFile: string | undefined): Promise<void> {
  for (const { name } of await entriesOf(target))
    if (/^row-issues-.*\.parquet$/.test(name) && name !== rowIssuesFile) await removeFile(path.join(target, name));
  for (const name of ['dataset.json', ...(rowIssuesFile === undefined ? [] : [rowIssuesFile])])
    await writeFileWith(path.join(target, name), (temporary) => fs.copyFile(path.join(made, name), temporary));
}
