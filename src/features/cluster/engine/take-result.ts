/**
 * Brings home what a unit on a cluster came to. Its files are a stranger's: each kind of unit keeps of them only what it has checked to be what was
 * asked for.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { createHash } from 'node:crypto';
import type { Unit } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type SentenceValue } from '../../../shared/words/sentence';
import { openWriter } from '../../../engine/storage/files';
import type { Workspace } from '../../../engine/storage/workspace';
import { problemOf } from '../../../engine/training/units/answers';
import { kindOf } from '../../units';
import type { KeptCluster } from './address-book';
import type { Done } from './events';
import { ask, isSaid } from './http';
import type { OpenPlan } from './open-plans';
import { failedAnswer } from './undone-answer';

interface From {
  readonly workspace: Workspace;
  readonly cluster: KeptCluster;
  readonly plan: OpenPlan;
  /** Where files lie until they are taken. */
  readonly folder: string;
  /** Where the driver ran, and put its results. */
  readonly node: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * @returns the answer, checked by this workspace
 * @throws ShelfwiseError `bad-data` if the result is not the requested one, and nothing of it is kept; `not-found` (`isLost`) if the cluster no
 * longer has it; as ask does if the cluster is away
 */
export async function takeResult(from: From, unit: Unit, { answer, result }: Done): Promise<UnitAnswer> {
  const refused = refusal(from.cluster);
  if (answer.kind !== unit.kind) throw refused(say('cluster.other-unit'));
  // For a unit that was not done, only the reason is taken, which says nothing about any run.
  if (answer.state !== 'done') return failedAnswer(unit, answer.problem ?? problemOf(refused(say('cluster.no-cause'))));
  return kindOf(unit).bringHome(
    {
      workspace: from.workspace,
      cluster: from.cluster.name,
      answer,
      readsOwnData: from.cluster.folder !== undefined || from.cluster.url !== undefined,
      signal: from.signal,
      async file(most) {
        if (result === null) throw refused(say('cluster.no-result'));
        const { name, bytes } = result;
        if (bytes > most) throw refused(say('cluster.large-result', { file: name, bytes, most }));
        return download(from, result);
      },
      refused,
    },
    unit,
  );
}

/** The error for an invalid result. */
export const refusal =
  ({ name }: KeptCluster) =>
  (cause: SentenceValue): ShelfwiseError =>
    new ShelfwiseError('bad-data', say('cluster.refused-result', { cluster: name, cause }));

const LOST = 'cluster.lost-result';
/** Whether the cluster no longer has a result: it keeps results for some days, on the node where its driver ran. */
export const isLost = (thrown: unknown): boolean => isSaid(thrown, LOST);

/** @returns the file, with the bytes that the driver announced */
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
