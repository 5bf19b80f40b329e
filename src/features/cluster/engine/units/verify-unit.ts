/** Verifies a run, unless a certificate of it says already how that comes out. */
import type { Progress } from '../../../../shared/contract/progress';
import type { RunRecord, Verification } from '../../../../shared/contract/run';
import type { UnitAnswer } from '../../../../shared/contract/unit';
import { toShelfwiseError } from '../../../../shared/errors';
import { readCertificates } from '../../../verify/engine/certificates';
import { verifyRun } from '../../../verify/engine/verify';
import { findRun } from '../../../../engine/runs/store';
import type { Workspace } from '../../../../engine/storage/workspace';
import type { TrainingHost } from '../../../../engine/training/train/start-run';
import { answerOf, problemOf, stopped } from './answers';
import type { UnitOptions } from './options';

/** One that was broken off begins again: a second training leaves nothing behind. */
export async function* verifyUnit(
  { workspace, launcher }: TrainingHost,
  run: string,
  { signal }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { record, known } = await verifiedAlready(workspace, run);
  try {
    const verification = known ?? (yield* verifyRun({ workspace, launcher, runId: record.runId, signal }));
    return answerOf('verify', record, { state: 'done', verification });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (signal?.aborted) return answerOf('verify', record, { state: 'stopped', problem: stopped() });
    return answerOf('verify', record, { state: 'failed', problem: problemOf(error) });
  }
}

/** The run, and the last certificate of its present model and lists; null where there is none. */
export async function verifiedAlready(
  workspace: Workspace,
  run: string,
): Promise<{ record: RunRecord; known: Verification | null }> {
  const { folder, record } = await findRun(workspace, run);
  const { weightsSha256, listsSha256 } = record;
  const known = (await readCertificates(folder)).findLast(
    ({ recorded, repeated }) =>
      recorded.weightsSha256 === weightsSha256 && recorded.listsSha256 === listsSha256 && repeated !== null,
  );
  return { record, known: known ?? null };
}
