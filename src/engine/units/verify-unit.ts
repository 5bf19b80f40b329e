/** Verifies a run, unless a certificate of it says already how that comes out. */
import type { Progress, UnitAnswer } from '../../shared/contract';
import { toShelfwiseError } from '../../shared/errors';
import { readCertificates } from '../verify/certificates';
import { verifyRun } from '../verify/verify';
import { findRun } from '../runs/store';
import type { TrainingHost } from '../train/start-run';
import { answerOf, problemOf, stopped } from './answers';
import type { UnitOptions } from './options';

/** One that was broken off begins again: a second training leaves nothing behind. */
export async function* verifyUnit(
  { workspace, launcher }: TrainingHost,
  run: string,
  { signal }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { folder, record } = await findRun(workspace, run);
  const { weightsSha256, listsSha256 } = record;
  const known = (await readCertificates(folder)).findLast(
    ({ recorded, repeated }) =>
      recorded.weightsSha256 === weightsSha256 && recorded.listsSha256 === listsSha256 && repeated !== null,
  );
  try {
    const verification = known ?? (yield* verifyRun({ workspace, launcher, runId: record.runId, signal }));
    return answerOf('verify', record, { state: 'done', verification });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (signal?.aborted) return answerOf('verify', record, { state: 'stopped', problem: stopped() });
    return answerOf('verify', record, { state: 'failed', problem: problemOf(error) });
  }
}
