/** Stores the outcome of exports with the run, and reuses it for as long as it would be the same. */
import type { Dataset } from '../../../shared/contract/dataset';
import { toShelfwiseError } from '../../../shared/errors';
import { sha256 } from '../../../engine/storage/read-files';
import { addOutcome, type StoredOutcome, readOutcomes } from './outcomes-file';

export type Found = Omit<StoredOutcome, 'lists' | 'forgotten'>;

/**
 * @param folder of the run
 * @param lists which of its lists
 * @param version of the forgotten profiles
 */
export function storedOutcomes(folder: string, lists: string, version: string) {
  const forgotten = sha256(version);
  return {
    /** @param candidates data sets to compare with, in order */
    async find(candidates: readonly Dataset[]): Promise<Found | null> {
      const kept = await readOutcomes(folder).catch(() => []);
      return (
        kept.findLast((one) => one.lists === lists && one.forgotten === forgotten && wouldComeOutSo(one, candidates)) ??
        null
      );
    },
    /** What cannot be stored (a full disk, a read-only folder) is computed again next time. */
    async keep(found: Found): Promise<void> {
      try {
        await addOutcome(folder, { lists, forgotten, ...found });
      } catch (thrown) {
        if (toShelfwiseError(thrown).code === 'internal') throw thrown;
      }
    },
  };
}

/** If lists were judged, data sets after the last one examined do not matter; else all do. */
function wouldComeOutSo({ looked, judged }: Found, candidates: readonly Dataset[]): boolean {
  const isSame = looked.every((fingerprint, at) => candidates[at]?.fingerprint === fingerprint);
  return isSame && (judged !== null || looked.length === candidates.length);
}
