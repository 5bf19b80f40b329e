/** Verifies a run, unless a certificate already has the result. */
import type { Progress } from '../../../shared/contract/progress';
import type { RunRecord, Verification } from '../../../shared/contract/run';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { VerifyUnit } from '../contract/unit';
import { toShelfwiseError } from '../../../shared/errors';
import { isMadeHere, originOf } from '../../../shared/values/certificate-origin';
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
  const { record, known } = await verifiedAlready(workspace, run, isMadeHere);
  try {
    const verification = known ?? (yield* verifyRun({ workspace, launcher, runId: record.runId, signal }));
    return answerOf('verify', record, { state: 'done', verification });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (signal?.aborted) return answerOf('verify', record, { state: 'stopped', problem: stopped() });
    return answerOf('verify', record, { state: 'failed', problem: problemOf(error) });
  }
}

/** The run, and the last such certificate of its current model and lists, or null. */
async function verifiedAlready(
  workspace: Workspace,
  run: string,
  counts: (certificate: Verification) => boolean,
): Promise<{ record: RunRecord; known: Verification | null }> {
  const { folder, record } = await findRun(workspace, run);
  const { weightsSha256, listsSha256 } = record;
  const known = (await readCertificates(folder)).findLast(
    (certificate) =>
      counts(certificate) &&
      certificate.recorded.weightsSha256 === weightsSha256 &&
      certificate.recorded.listsSha256 === listsSha256 &&
      certificate.repeated !== null,
  );
  return { record, known: known ?? null };
}

/** A cluster is not asked again for what it said, nor for what this computer found. */
async function doneAlready(workspace: Workspace, { run }: VerifyUnit): Promise<UnitAnswer | null> {
  const { record, known } = await verifiedAlready(workspace, run, (certificate) => originOf(certificate) !== 'unknown');
  return known === null ? null : answerOf('verify', record, { state: 'done', verification: known });
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text;

/** The certificate is in the answer, and is kept as the cluster's, with the date of its arrival: its own date is whatever the cluster says. */
async function bringHome({ workspace, cluster, answer, refused }: Brought, { run }: VerifyUnit): Promise<UnitAnswer> {
  const { folder, record } = await findRun(workspace, run);
  const stated = answer.verification;
  const isAsked =
    stated !== null &&
    stated.runId === record.runId &&
    stated.recorded.weightsSha256 === record.weightsSha256 &&
    stated.recorded.listsSha256 === record.listsSha256 &&
    isMoment(stated.verifiedAt);
  if (!isAsked) throw refused(say('cluster.other-certificate', { run: record.runId }));
  const origin = { cluster, statedAt: stated.verifiedAt };
  const verification = { ...stated, verifiedAt: new Date().toISOString(), origin };
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
