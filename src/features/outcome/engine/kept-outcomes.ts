/** Figures of how exports did are found once and kept with the run, for as long as they would come out the same. */
import type { Dataset } from '../../../shared/contract/dataset';
import { toShelfwiseError } from '../../../shared/errors';
import { sha256 } from '../../../engine/storage/read-files';
import { addOutcome, type KeptOutcome, readOutcomes } from './outcomes-file';

export type Found = Omit<KeptOutcome, 'lists' | 'forgotten'>;

/**
 * @param folder of the run
 * @param lists which of its lists
 * @param version of the profiles that are kept out of data
 */
export function keptOutcomes(folder: string, lists: string, version: string) {
  const forgotten = sha256(version);
  return {
    /** @param candidates data sets that would be looked at, in that order */
    async find(candidates: readonly Dataset[]): Promise<Found | null> {
      const kept = await readOutcomes(folder).catch(() => []);
      return (
        kept.findLast((one) => one.lists === lists && one.forgotten === forgotten && wouldComeOutSo(one, candidates)) ??
        null
      );
    },
    /** What cannot be kept (a full disk, a folder that may only be read) is found again next time. */
    async keep(found: Found): Promise<void> {
      try {
        await addOutcome(folder, { lists, forgotten, ...found });
      } catch (thrown) {
        if (toShelfwiseError(thrown).code === 'internal') throw thrown;
      }
    },
  };
}

/** Where lists were judged, data sets behind the last one are not looked at; else all are. */
function wouldComeOutSo({ looked, judged }: Found, candidates: readonly Dataset[]): boolean {
  const isSame = looked.every((fingerprint, at) => candidates[at]?.fingerprint === fingerprint);
  return isSame && (judged !== null || looked.length === candidates.length);
}
