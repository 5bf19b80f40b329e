/**
 * What a unit on a cluster came to, brought home. Its files are a stranger's: a run is opened only where it is the one that was asked for, by the way
 * on which any bundle is opened, with all its checks.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { createHash } from 'node:crypto';
import type { CompareUnit, TrainUnit, Unit, UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type SentenceValue } from '../../../shared/words/sentence';
import { openBundle } from '../../bundles/engine/open-bundle';
import { keepBroughtPart } from '../../../engine/runs/list-parts';
import { runIdOfUnit } from '../../../engine/runs/record';
import { currentRecord, findRun } from '../../../engine/runs/store';
import { keepTrial, parseTrial } from '../../../engine/model/evaluate/kept-trials';
import { openWriter } from '../../../engine/storage/files';
import { datasetFolder, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { answerOf, problemOf } from './units/answers';
import { keptAnswer } from './units/compare-unit';
import { trainedAlready } from './units/train-unit';
import { writeCertificate } from '../../verify/engine/certificates';
import type { KeptCluster } from './address-book';
import { whyNotAsked } from './asked-run';
import type { Done } from './events';
import { ask, isSaid } from './http';
import type { KeptPlan } from './kept-plans';
import { failedAnswer } from './undone-answer';

/** Bytes of a row: some 30 for each profile of the hold-out. */
const LARGEST_ROW = 1 << 28;

interface From {
  readonly workspace: Workspace;
  readonly cluster: KeptCluster;
  readonly plan: KeptPlan;
  /** Where files lie until they are taken. */
  readonly folder: string;
  /** Where the driver ran, and put its results. */
  readonly node: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * @returns the answer as this workspace can vouch for it
 * @throws ShelfwiseError `bad-data` where what came is not what was asked for, and nothing of it is kept; `not-found` (`isLost`) where the
 * cluster no longer has it; as ask does where it is away
 */
export async function takeResult(from: From, unit: Unit, { answer, result }: Done): Promise<UnitAnswer> {
  const refused = refusal(from.cluster);
  if (answer.kind !== unit.kind) throw refused(say('cluster.other-unit'));
  // Of what was not done only the reason is taken: that is no word about any run.
  if (answer.state !== 'done') return failedAnswer(unit, answer.problem ?? problemOf(refused(say('cluster.no-cause'))));
  switch (unit.kind) {
    case 'train': {
      if (result === null) throw refused(say('cluster.no-result'));
      return takeRun(from, unit, await download(from, result), answer);
    }
    case 'compare': {
      if (result === null) throw refused(say('cluster.no-result'));
      return takeRow(from, unit, await download(from, result));
    }
    case 'verify':
      return takeCertificate(from, unit.run, answer);
    case 'lists': {
      if (result === null) throw refused(say('cluster.no-result'));
      const file = await download(from, result);
      const { folder, record } = await findRun(from.workspace, unit.run);
      const kept = await keepBroughtPart(folder, unit, record, file);
      if (kept === null) throw refused(say('cluster.other-part', { part: unit.part, of: unit.of, run: record.runId }));
      return answerOf('lists', record, { state: 'done', file: kept });
    }
    case 'join':
      // Parts are joined here.
      throw refused(say('cluster.other-unit'));
  }
}

/** What came back is not as it has to be. */
export const refusal =
  ({ name }: KeptCluster) =>
  (cause: SentenceValue): ShelfwiseError =>
    new ShelfwiseError('bad-data', say('cluster.refused-result', { cluster: name, cause }));

const LOST = 'cluster.lost-result';
/** Whether the cluster no longer has what it made: it keeps that for some days, on the node where its driver ran. */
export const isLost = (thrown: unknown): boolean => isSaid(thrown, LOST);

/** @returns the file, which has the bytes that the driver announced */
async function download(from: From, { name, bytes, sha256 }: NonNullable<Done['result']>): Promise<string> {
  const { cluster, plan, folder, node, signal } = from;
  const disk = await fs.statfs(folder).catch(() => null);
  if (disk !== null && bytes > disk.bavail * disk.bsize)
    throw new ShelfwiseError('no-space', say('file.no-space', { file: folder }));
  const file = path.join(folder, name);
  const writer = await openWriter(file, 'overwrite');
  const hash = createHash('sha256');
  const query = new URLSearchParams({
    node_id: node,
    filename: `shelfwise/${plan.plan}/${name}`,
    lines: '-1',
    timeout: '600',
  });
  try {
    let taken = 0;
    const reply = await ask(cluster, {
      path: `/api/v0/logs/file?${query.toString()}`,
      signal,
      onPiece: async (piece) => {
        taken += piece.length;
        if (taken > bytes) throw refusal(cluster)(say('cluster.more-bytes', { file: name, bytes }));
        hash.update(piece);
        await writer.write(piece);
      },
    });
    if (reply.status !== 200) {
      const text = reply.text.slice(0, 300);
      throw new ShelfwiseError(
        'not-found',
        say(LOST, { cluster: cluster.name, file: name, status: reply.status, text }),
      );
    }
  } finally {
    await writer.close();
  }
  if (hash.digest('hex') !== sha256) throw refusal(cluster)(say('cluster.other-bytes', { file: name }));
  return file;
}

/** @throws ShelfwiseError `bad-data` before anything of it is in the workspace, where it is not the run as it was asked for */
async function takeRun(from: From, unit: TrainUnit, file: string, answer: UnitAnswer): Promise<UnitAnswer> {
  const { workspace, cluster, signal } = from;
  const refused = refusal(cluster);
  const { manifestSha256, cause } = await whyNotAsked(workspace, cluster, unit, file);
  if (cause !== null) throw refused(cause);
  const runId = runIdOfUnit(unit.data, unit.recipe, unit.seed);
  const here = await currentRecord(runFolder(workspace, runId)).catch(() => null);
  // A run that is finished here, and was asked for an earlier figure of it, stays as it is.
  if (here?.status === 'finished') return answerOf('train', here, { state: 'done', validation: answer.validation });
  await openBundle({ workspace, file, manifestSha256, signal });
  const taken = await trainedAlready(workspace, unit);
  if (taken === null) throw refused(say('cluster.not-so-far', { run: runId }));
  return taken;
}

/** A row of a leaderboard, put beside those that were tried here. */
async function takeRow({ workspace, cluster }: From, unit: CompareUnit, file: string): Promise<UnitAnswer> {
  const { size } = await fs.stat(file);
  const row = size > LARGEST_ROW ? null : await parseTrial(await fs.readFile(file, 'utf8'), unit.data, unit);
  if (row === null) throw refusal(cluster)(say('cluster.other-row', { model: unit.model, seed: unit.seed }));
  await keepTrial(datasetFolder(workspace, unit.data), unit, row);
  return (await keptAnswer(workspace, unit))!;
}

/** The name of the certificate's file is made of it. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text;

/** The certificate of a verification there, put beside those of this computer. */
async function takeCertificate(from: From, run: string, answer: UnitAnswer): Promise<UnitAnswer> {
  const { folder, record } = await findRun(from.workspace, run);
  const { verification } = answer;
  const isAsked =
    verification !== null &&
    verification.runId === record.runId &&
    verification.recorded.weightsSha256 === record.weightsSha256 &&
    verification.recorded.listsSha256 === record.listsSha256 &&
    isMoment(verification.verifiedAt);
  if (!isAsked) throw refusal(from.cluster)(say('cluster.other-certificate', { run: record.runId }));
  await writeCertificate(folder, verification);
  return answerOf('verify', record, { state: 'done', verification });
}
