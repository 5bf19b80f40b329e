/** Trains a run again in a fresh trainer, and reports how far the two agree, and why they differ. */
import * as path from 'node:path';
import type { Progress } from '../../../shared/contract/progress';
import type { RunRecord, Verification } from '../../../shared/contract/run';
import { isFollowing } from '../../../shared/contract/follows';
import { shownDataName } from '../../../shared/values/data-name';
import { whyUnfollowing } from '../../../shared/values/why-unfollowing';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { type Said, say, type Sentence } from '../../../shared/words/sentence';
import { readForgottenRun, whyForgotten } from '../../../engine/runs/forgotten-run';
import { openSnapshot, readDataset, verifySnapshot } from '../../../engine/data/snapshot';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import type { Workspace } from '../../../engine/storage/workspace';
import { readTrash } from '../../../engine/storage/trash-list';
import { writeCertificate } from '../../../engine/runs/certificates';
import { because, compareOutcomes } from './compare-trainings';
import { runDamage } from '../../../engine/runs/damage';
import { filesLeftOut } from '../../../engine/runs/opened';
import { broughtRun } from '../../../engine/runs/trained-here';
import { followsHere } from '../../../engine/training/train/check-brought';
import { repeatRun } from '../../../engine/training/train/repeat-run';
import { findRun } from '../../../engine/runs/store';
import { readEpochs } from '../../../engine/runs/epochs';
import type { TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';

interface VerifyOptions {
  workspace: Workspace;
  /** ID, or a unique beginning of one. */
  runId: string;
  launcher: TrainerLauncher;
  signal?: AbortSignal | undefined;
}

type VerifiableRecord = RunRecord & { weightsSha256: string; listsSha256: string };

/**
 * Checks the stored files first (model, lists, recipe, snapshot against their recorded hashes), then whether the lists follow from the model, which
 * takes seconds; only then trains a second time. Also writes the result as
 * a certificate to verifications/<time>.json of the run.
 * @throws ShelfwiseError `usage` if the run cannot be repeated, `stopped` on abort, `internal` if the second training itself failed. A verdict,
 * "different" included, is never an error
 */
export async function* verifyRun(options: VerifyOptions): AsyncGenerator<Progress, Verification> {
  const { workspace, signal } = options;
  const started = performance.now();
  const { folder, record } = await findRun(workspace, options.runId);
  refuseUnrepeatable(record);
  const forgotten = await readForgottenRun(folder);
  if (forgotten !== null) throw new ShelfwiseError('not-found', whyForgotten(record.runId, forgotten));
  yield { phase: 'check', detail: 'stored files and data set', done: 0, total: 1 };
  const damage = await runDamage(folder, record, await filesLeftOut(folder));
  const isBrought = (await broughtRun(folder)) !== null;
  const data = await wholeSnapshot(workspace, record);
  if (signal?.aborted) throw new ShelfwiseError('stopped', say('verify.stopped'));
  const certify = async (
    comparison: ReturnType<typeof compareOutcomes>,
    repeated: Verification['repeated'],
  ): Promise<Verification> => {
    const seconds = (performance.now() - started) / 1000;
    const verifiedAt = new Date().toISOString();
    const answer: Verification = {
      runId: record.runId,
      verifiedAt,
      ...comparison,
      recorded: outcomeOf(record),
      repeated,
      seconds,
    };
    await writeCertificate(folder, answer);
    return answer;
  };
  if (data.snapshot === null) {
    const cause = because([...damage, ...data.problems, say('verify.needs-data')]);
    return certify({ verdict: 'different', ...cause, firstDifferentEpoch: null, metricDifference: null }, null);
  }
  const follows = damage.length > 0 ? null : await followsHere(options, folder, record, signal);
  if (follows !== null && !isFollowing(follows)) {
    const cause = because([...whyUnfollowing(record.runId, follows), say('follows.not-trained')]);
    const differs = [
      ...(follows.changed > 0 ? ['lists' as const] : []),
      ...(follows.scores === false ? ['scores' as const] : []),
    ];
    return certify(
      { verdict: 'different', differs, ...cause, firstDifferentEpoch: null, metricDifference: null },
      null,
    );
  }
  const epochs = await readEpochs(folder);
  const again = yield* repeatRun({ ...options, folder, record, dataset: data.snapshot.dataset });
  refuseUnfinished(again.record);
  return certify(compareOutcomes({ record, epochs }, again, { isBrought, damage }), outcomeOf(again.record));
}

/** A run that the user stopped ended at a moment that cannot be repeated; one that diverged does so again. */
function refuseUnrepeatable(record: RunRecord): asserts record is VerifiableRecord {
  const { runId, status, reason } = record;
  if (status === 'running') throw new ShelfwiseError('busy', say('verify.training', { run: runId }));
  if (status === 'crashed' || (status === 'stopped' && reason?.code === 'user'))
    throw new ShelfwiseError('usage', say('verify.not-finished', { run: runId, status: say(`status.${status}`) }));
  if (record.weightsSha256 === null || record.listsSha256 === null)
    throw new ShelfwiseError('usage', say('verify.no-model', { run: runId }));
}

function refuseUnfinished(record: RunRecord): asserts record is VerifiableRecord {
  if (record.weightsSha256 !== null && record.listsSha256 !== null) return;
  throw new ShelfwiseError('internal', say('verify.second-ended', { cause: record.reason?.message ?? record.status }));
}

const outcomeOf = ({ weightsSha256, listsSha256, metrics }: VerifiableRecord): Verification['recorded'] => ({
  weightsSha256,
  listsSha256,
  metrics,
});

/** In the trash it still has its display name; if it is gone, only the record has the name that it had at the beginning. */
async function whereItIs(workspace: Workspace, { fingerprint, name }: RunRecord['dataset']): Promise<Sentence> {
  const shown = fingerprint.slice(0, 12);
  for (const { place, note } of (await readTrash(workspace)).entries) {
    if (note?.id !== fingerprint) continue;
    const deleted = await readDataset(path.join(place, fingerprint)).catch(() => null);
    if (deleted !== null) return say('verify.data-in-trash', { name: shownDataName(deleted), fingerprint: shown });
  }
  return say('verify.data-missing', { name, fingerprint: shown });
}

/** The snapshot if it is intact; otherwise what is wrong with it. */
async function wholeSnapshot(
  workspace: Workspace,
  { dataset }: RunRecord,
): Promise<{ snapshot: Snapshot; problems: [] } | { snapshot: null; problems: Said }> {
  const which = { name: dataset.name, fingerprint: dataset.fingerprint.slice(0, 12) };
  let snapshot: Snapshot;
  try {
    snapshot = await openSnapshot(workspace, dataset.fingerprint);
  } catch (thrown) {
    const { code, message, said = [message] } = toShelfwiseError(thrown);
    if (code !== 'not-found' && code !== 'bad-data') throw thrown;
    return { snapshot: null, problems: code === 'not-found' ? [await whereItIs(workspace, dataset)] : said };
  }
  const problems = await verifySnapshot(snapshot);
  if (problems.length === 0) return { snapshot, problems: [] };
  const name = shownDataName(snapshot.dataset);
  return { snapshot: null, problems: [say('verify.data-unfit', { ...which, name, problems })] };
}
