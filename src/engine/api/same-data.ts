import type { RunRecord } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';

/** A page of one data set cannot show the figures of a run on another. */
export function refuseOtherData({ record }: { record: RunRecord }, fingerprint: string): void {
  if (record.dataset.fingerprint !== fingerprint)
    throw new ShelfwiseError(
      'usage',
      `The run ${record.runId} was trained on ${record.dataset.name} (${record.dataset.fingerprint.slice(0, 12)}), not on the data set ${fingerprint.slice(0, 12)}.`,
    );
}
