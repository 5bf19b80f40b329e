/** Refuses a bundle whose data would bring back a forgotten profile. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { loadProfiles, readDataset } from '../../../engine/data/snapshot';
import { type Forgotten, sourceOf } from '../../../engine/data/privacy/forgotten';

/**
 * @param folder the unpacked snapshot
 * @throws ShelfwiseError `usage` if it contains a profile that was forgotten in data of the same source, or may contain it under an ID that cannot
 * be compared
 */
export async function refuseForgotten(forgotten: Forgotten, folder: string, bundle: string): Promise<void> {
  const dataset = await readDataset(folder);
  if (dataset === null || forgotten.anywhere === null) return;
  const refused = new ShelfwiseError('usage', say('forget.bundle', { bundle }));
  if (forgotten.wasReplaced(dataset.fingerprint)) throw refused;
  const source = await sourceOf('', dataset.files);
  if (forgotten.isHiddenFrom(dataset.pseudonyms?.key, source))
    throw new ShelfwiseError('usage', say('pseudonyms.forgotten-bundle', { bundle }));
  const isForgotten = forgotten.from(source);
  if (isForgotten !== null && (await loadProfiles({ dataset, folder })).ids.some(isForgotten)) throw refused;
}
