/**
 * Hashes of files that are read again and again. The first look of a process reads the whole file, whatever its size and date say: a bit that a
 * disk turned over changes neither.
 */
import * as fs from 'node:fs/promises';
import { hashPlainFile } from './plain-file';

/** Milliseconds: a file written this shortly before it was hashed may be written again without a new date. */
export const RACY_MS = 2000;

/** Files remembered at most: those of some hundred data sets and runs. */
const MOST_REMEMBERED = 4096;

interface Known {
  readonly state: string;
  readonly sha256: string;
}

const known = new Map<string, Known>();

/**
 * SHA-256 of a file, null where it is not there. Reads the file at the first look of this process, and whenever its size or its dates changed since.
 * @throws ShelfwiseError `stopped` on abort, `bad-data` where it is no regular file
 */
export async function hashOnce(file: string, signal?: AbortSignal): Promise<string | null> {
  const remembered = known.get(file);
  if (remembered !== undefined && remembered.state === (await stateOf(file))?.state) return remembered.sha256;
  return hashAnew(file, signal);
}

/** hashOnce, but reads the file in any case. @throws ShelfwiseError as hashOnce */
export async function hashAnew(file: string, signal?: AbortSignal): Promise<string | null> {
  known.delete(file);
  const before = await stateOf(file);
  const sha256 = await hashPlainFile(file, signal);
  if (sha256 === null || before === null || Date.now() - before.changedMs < RACY_MS) return sha256;
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(file, { state: before.state, sha256 });
  return sha256;
}

async function stateOf(file: string): Promise<{ state: string; changedMs: number } | null> {
  const stats = await fs.stat(file, { bigint: true }).catch(() => null);
  if (stats === null) return null;
  const { ino, size, mtimeNs, ctimeNs } = stats;
  return {
    state: `${ino}/${size}/${mtimeNs}/${ctimeNs}`,
    changedMs: Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n),
  };
}
