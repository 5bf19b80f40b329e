/** Translates pseudonyms back to IDs: a hash cannot be inverted, so the IDs are read from the user's folder and hashed again. */
import type { Dataset } from '../../../shared/contract/dataset';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { discover, discoverAddition } from '../../../engine/import/layouts/discover';
import type { FolderPlan } from '../../../engine/import/layouts/import-plan';
import { readProfileIds } from '../../../engine/import/profile-ids';
import type { Workspace } from '../../../engine/storage/workspace';
import { keyOfDataset, pseudonymsOf } from '../../../engine/data/privacy/pseudonyms';

/**
 * @returns the ID of each pseudonym, in the same order
 * @throws ShelfwiseError as keyOfDataset does; `not-found` if the folder is gone or no longer has all of these profiles
 */
export async function originalsOf(
  workspace: Workspace,
  dataset: Dataset,
  keyFile: string,
  pseudonyms: readonly string[],
): Promise<string[]> {
  const key = await keyOfDataset(keyFile, dataset);
  const { folder, mapping, added = [] } = dataset;
  const ids: string[] = [];
  const planOf = (one: string): Promise<FolderPlan> =>
    one === folder ? discover(one, mapping) : discoverAddition(one, dataset, mapping);
  for (const one of new Set([folder, ...added.map(({ folder: more }) => more)]))
    ids.push(
      ...(await planOf(one)
        .then((plan) => readProfileIds(workspace, plan))
        .catch((thrown: unknown) => {
          const error = toShelfwiseError(thrown);
          if (error.code !== 'not-found') throw error;
          throw new ShelfwiseError('not-found', say('pseudonyms.folder-gone', { folder: one }), { cause: thrown });
        })),
    );
  const originals = new Map(pseudonymsOf(key, ids).map((pseudonym, index) => [pseudonym, ids[index]!]));
  const missing = pseudonyms.filter((pseudonym) => !originals.has(pseudonym)).length;
  if (missing > 0) throw new ShelfwiseError('not-found', say('pseudonyms.profiles-gone', { missing, folder }));
  return pseudonyms.map((pseudonym) => originals.get(pseudonym)!);
}
