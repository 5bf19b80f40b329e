import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';

/** Refuses to show the figures of a run on the page of another data set. */
export function refuseOtherData({ record }: { record: RunRecord }, fingerprint: string): void {
  if (record.dataset.fingerprint !== fingerprint)
    throw new ShelfwiseError(
      'usage',
      say('run.other-data', {
        run: record.runId,
        data: record.dataset.name,
        fingerprint: record.dataset.fingerprint.slice(0, 12),
        asked: fingerprint.slice(0, 12),
      }),
    );
}
