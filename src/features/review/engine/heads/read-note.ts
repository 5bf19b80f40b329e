/** Reads what a person gives as a kept head: anything may be in it. */
import * as fs from 'node:fs/promises';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { type Checkpoint, readCheckpoint } from '../../../../engine/kept/audit/checkpoint';
import { type NoteSignature, parseNote, type SignedNote } from '../../../../engine/kept/audit/signed-note';
import { LONGEST_HEAD } from '../../contract/limits';

interface KeptHead {
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
  /** Those under the name of the log, and those of others. */
  readonly own: readonly NoteSignature[];
  readonly others: readonly NoteSignature[];
}

/** @param from the file that it was read from; null for a text @throws ShelfwiseError `bad-data` for what is no head */
export function readHead(text: string, from: string | null): KeptHead {
  const head = headIn(text);
  if (head === null) throw new ShelfwiseError('bad-data', say('audit.no-head', { file: from ?? say('audit.textOf') }));
  return head;
}

export const isHead = (text: string): boolean => headIn(text) !== null;

function headIn(text: string): KeptHead | null {
  const note = text.length > LONGEST_HEAD ? null : parseNote(text);
  const checkpoint = note && readCheckpoint(note.text);
  if (note === null || checkpoint === null) return null;
  const own = note.signatures.filter(({ name }) => name === checkpoint.origin);
  const others = note.signatures.filter(({ name }) => name !== checkpoint.origin);
  return own.length > 0 ? { note, checkpoint, own, others } : null;
}

/** @throws ShelfwiseError `not-found`, `bad-data` for a file that is too large, no plain file or no head */
export async function readHeadFile(file: string): Promise<string> {
  const stats = await fs.stat(file).catch(() => null);
  if (stats === null) throw new ShelfwiseError('not-found', say('audit.no-head-file', { file }));
  // Checked before opening: reading a pipe may wait for ever, and a device may never end.
  if (!stats.isFile() || stats.size > LONGEST_HEAD)
    throw new ShelfwiseError('bad-data', say('audit.no-head', { file }));
  return fs.readFile(file, 'utf8');
}
