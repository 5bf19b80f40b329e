/** Verifies a run, unless a certificate already has the result. */
import type { Progress } from '../../../shared/contract/progress';
import type { RunRecord, Verification } from '../../../shared/contract/run';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { VerifyUnit } from '../contract/unit';
import { toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { readCertificates, writeCertificate } from '../../../engine/runs/certificates';
import { verifyRun } from './verify';
import { findRun } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { answerOf, answerOfNone, problemOf, stopped } from '../../../engine/training/units/answers';
import type { Brought, UnitKind, UnitOptions } from '../../../engine/training/units/unit-kind';

/** An interrupted verification starts again: a second training leaves nothing behind. */
async function* verifyUnit(
  { workspace, launcher }: TrainingHost,
  { run }: VerifyUnit,
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

/** The run, and the last certificate of its current model and lists; null if there is none. */
async function verifiedAlready(
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

async function doneAlready(workspace: Workspace, { run }: VerifyUnit): Promise<UnitAnswer | null> {
  const { record, known } = await verifiedAlready(workspace, run);
  return known === null ? null : answerOf('verify', record, { state: 'done', verification: known });
}

/** It becomes the name of the certificate's file. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text;

/** The certificate is in the answer, and is put beside those of this computer. */
async function bringHome({ workspace, answer, refused }: Brought, { run }: VerifyUnit): Promise<UnitAnswer> {
  const { folder, record } = await findRun(workspace, run);
  const { verification } = answer;
  const isAsked =
    verification !== null &&
    verification.runId === record.runId &&
    verification.recorded.weightsSha256 === record.weightsSha256 &&
    verification.recorded.listsSha256 === record.listsSha256 &&
    isMoment(verification.verifiedAt);
  if (!isAsked) throw refused(say('cluster.other-certificate', { run: record.runId }));
  await writeCertificate(folder, verification);
  return answerOf('verify', record, { state: 'done', verification });
}

export const VERIFY_UNIT: UnitKind<VerifyUnit> = {
  work: verifyUnit,
  doneAlready,
  undone: ({ run }, of) => answerOfNone('verify', run, of),
  bringHome,
  essence: ({ run }) => [run, null, null],
  recipe: () => null,
  shown: ({ run }) => ({ run }),
};
