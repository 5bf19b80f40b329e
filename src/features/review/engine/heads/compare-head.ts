/** Holds the audit log of now against a head that somebody kept. */
import type { Cosignature, HeadComparison, HeadKey, HeadVerdict } from '../../../../shared/contract/audit';
import { type Checkpoint, type Origin, readOrigin } from '../../../../engine/kept/audit/checkpoint';
import { leavesOf } from '../../../../engine/kept/audit/head';
import { LOG_NAME, readLogs } from '../../../../engine/kept/audit/logs';
import { isEndorsedSince, keysInLogs, type KnownKeys, readSigningKey } from '../../../../engine/kept/audit/signing-key';
import { holds, isOfKey, type NoteSignature } from '../../../../engine/kept/audit/signed-note';
import { treeHash } from '../../../../engine/kept/audit/tree';
import { readAnyRecord } from '../../../../engine/runs/record';
import { runIds } from '../../../../engine/runs/store';
import { entriesOf } from '../../../../engine/storage/disk';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';
import { auditOfData } from '../audit-of-run';
import { cosignerOf } from './cosign-head';
import { readHead } from './read-note';

/**
 * @param from the file that it was read from; null for a text
 * @throws ShelfwiseError `bad-data` for a text that is no head
 */
export async function compareHead(workspace: Workspace, text: string, from: string | null): Promise<HeadComparison> {
  const { note, checkpoint, own, others } = readHead(text, from);
  const { origin, size } = checkpoint;
  const of = readOrigin(origin);
  const unlike = (verdict: HeadVerdict): HeadComparison => ({
    verdict,
    key: null,
    origin,
    kept: size,
    now: null,
    forgotten: 0,
    isSound: true,
    cosignatures: others.map((one) => cosignature(note.text, one)),
  });
  // A file that is damaged hides no key: the logs tell them all.
  const known = (await readSigningKey(workspace).catch(() => null)) ?? (await keysInLogs(workspace));
  const fingerprint = of && (await dataOf(workspace, of));
  if (of === null || (known === null ? fingerprint === null : known.workspace !== of.workspace))
    return unlike('other-workspace');
  // One of a key that is not known means nothing; one of a known key that does not hold is a forgery, whatever stands beside it.
  const signed = own.flatMap((signature) => {
    const key = keyOf(known, signature);
    return key === null ? [] : [{ key, holds: holds(note.text, signature, Buffer.from(key, 'base64')) }];
  });
  if (signed.some((one) => !one.holds)) return unlike('bad-signature');
  const key = standingOf(known, signed[0]?.key ?? null);
  return { ...unlike('same'), key, ...(await compared(workspace, checkpoint, fingerprint)) };
}

async function compared(
  workspace: Workspace,
  { size, root }: Checkpoint,
  fingerprint: string | null,
): Promise<Pick<HeadComparison, 'verdict' | 'now' | 'forgotten' | 'isSound'>> {
  if (fingerprint === null)
    return { verdict: size === 0 ? 'same' : 'rolled-back', now: 0, forgotten: 0, isSound: true };
  const leaves = await leavesOf(workspace, fingerprint);
  const lines = (await readLogs(workspace, [fingerprint])).get(fingerprint)!;
  const entries = await auditOfData(workspace, [fingerprint]);
  const isBroken = entries.some(({ chain }) => chain === 'broken');
  const isMissing = entries.some(({ what }) => what === 'missing');
  const verdict = (): HeadVerdict => {
    if (leaves.length >= size && treeHash(leaves.slice(0, size)).equals(root))
      return leaves.length === size ? 'same' : 'grown';
    if (isBroken) return 'rewritten';
    if (leaves.length < size) return isMissing ? 'cut' : 'rolled-back';
    return isMissing ? 'rewritten' : 'forked';
  };
  return {
    verdict: verdict(),
    now: leaves.length,
    forgotten: lines
      .filter(({ kind }) => kind !== 'before-chain')
      .slice(0, size)
      .filter(({ kind }) => kind === 'forgotten').length,
    isSound: !isBroken && !isMissing,
  };
}

/** The data set of an origin: one that has a log, or a run whose log is gone; null without any. */
async function dataOf(workspace: Workspace, { data }: Origin): Promise<string | null> {
  for (const { name } of await entriesOf(workspace.audit)) {
    const [, fingerprint] = LOG_NAME.exec(name) ?? [];
    if (fingerprint?.startsWith(data)) return fingerprint;
  }
  for (const runId of await runIds(workspace)) {
    const record = await readAnyRecord(runFolder(workspace, runId)).catch(() => null);
    if (record?.dataset.fingerprint.startsWith(data)) return record.dataset.fingerprint;
  }
  return null;
}

/** The public key that a signature says it is of; null if it is none of the workspace's. */
const keyOf = (known: KnownKeys | null, signature: NoteSignature): string | null =>
  known?.keys.find(({ publicKey }) => isOfKey(signature, Buffer.from(publicKey, 'base64')))?.publicKey ?? null;

function standingOf(known: KnownKeys | null, key: string | null): HeadKey {
  if (known === null || key === null) return 'unknown';
  if (known.keys.at(-1)!.publicKey === key) return 'current';
  return isEndorsedSince(known, key) ? 'earlier' : 'replaced';
}

function cosignature(text: string, signature: NoteSignature): Cosignature {
  const publicKey = cosignerOf(signature);
  return {
    publicKey,
    name: signature.name,
    holds: publicKey === null ? null : holds(text, signature, Buffer.from(publicKey, 'base64')),
  };
}
