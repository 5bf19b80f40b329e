/**
 * The head of an audit log as a checkpoint of C2SP (https://c2sp.org/tlog-checkpoint): three lines, which a signed note holds. An origin names a
 * workspace and a data set, each by its first 64 bits: with them the note stays below 256 bytes, which a code can hold that a telephone reads.
 */
import { bytesOfBase64 } from './signed-note';

export interface Checkpoint {
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** The tree hash over them. */
  readonly root: Buffer;
}

/** Which log a head is of. */
export interface Origin {
  /** 16 hexadecimal digits. */
  readonly workspace: string;
  /** The first 16 of the fingerprint. */
  readonly data: string;
}

const ORIGIN_DIGITS = 16;
const ORIGIN = /^shelfwise\/([0-9a-f]{16})\/([0-9a-f]{16})$/;
const ROOT_BYTES = 32;

export const originOf = (workspace: string, fingerprint: string): string =>
  `shelfwise/${workspace}/${fingerprint.slice(0, ORIGIN_DIGITS)}`;

/** Null for the origin of another program's log. */
export function readOrigin(origin: string): Origin | null {
  const [, workspace, data] = ORIGIN.exec(origin) ?? [];
  return workspace === undefined || data === undefined ? null : { workspace, data };
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Null for a text that is no checkpoint. Further lines are allowed, and mean nothing here. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', digits = '', encoded = '', ...more] = text.split('\n');
  const root = bytesOfBase64(encoded);
  const size = /^(?:0|[1-9]\d{0,15})$/.test(digits) ? Number(digits) : Number.NaN;
  if (origin === '' || !Number.isSafeInteger(size) || root?.length !== ROOT_BYTES) return null;
  // The text ends with a line break.
  if (more.pop() !== '' || more.includes('')) return null;
  return { origin, size, root };
}
