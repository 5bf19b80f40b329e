/** The trash of a workspace: folders that `delete` named, each with a note of what it was. */
import * as path from 'node:path';
import * as z from 'zod';
import type { TrashEntry, UnreadableTrash } from '../../shared/contract/workspace';
import { type ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { bytesBelow, entriesOf } from './disk';
import { type Kept, readKept } from './kept-file';
import { DATASET_NAME, OF_THE_SYSTEM, RUN_NAME, TRASH_NAME, TRASH_NOTE } from './names';
import { TEMPORARY_NAME } from './temporary';
import type { Workspace } from './workspace';

const noteSchema = z
  .looseObject({
    kind: z.enum(['run', 'dataset']),
    id: z.string(),
    name: z.string(),
    /** ISO 8601, UTC. */
    deletedAt: z.string(),
    affectedRuns: z.array(z.string()),
  })
  // The deleted entry lies beside the note under its ID: an ID that is a path would lead elsewhere.
  .refine(({ kind, id }) => (kind === 'run' ? RUN_NAME : DATASET_NAME).test(id));

/** note.json beside the deleted entry. */
export type TrashNote = z.infer<typeof noteSchema>;

interface Trash {
  /** Folders that `delete` made; without a note if a program was killed before it wrote one. */
  readonly entries: { place: string; note: TrashNote | null }[];
  /** Folders whose note a newer version wrote. */
  readonly unreadable: { place: string; error: ShelfwiseError }[];
  /** Anything else in the trash folder. */
  readonly others: string[];
}

/** Reads the trash; follows no link. */
export async function readTrash({ trash: folder }: Workspace): Promise<Trash> {
  const trash: Trash = { entries: [], unreadable: [], others: [] };
  for (const entry of await entriesOf(folder)) {
    const place = path.join(folder, entry.name);
    const kept = entry.isDirectory() && TRASH_NAME.test(entry.name) ? await readNote(place) : null;
    if (kept?.state === 'newer') trash.unreadable.push({ place, error: kept.error });
    else if (kept?.state === 'fine') trash.entries.push({ place, note: kept.content });
    else if (kept?.state === 'absent' && (await isEmpty(place))) trash.entries.push({ place, note: null });
    else if (!OF_THE_SYSTEM.has(entry.name) && (entry.isSymbolicLink() || !TEMPORARY_NAME.test(entry.name)))
      trash.others.push(place);
  }
  return trash;
}

/** An unreadable note counts as damaged: the folder is left alone. */
async function readNote(entry: string): Promise<Kept<TrashNote>> {
  const file = path.join(entry, TRASH_NOTE);
  const damaged = (): Sentence => say('kept.damaged', { file, name: 'note' });
  return readKept(file, { schema: noteSchema, what: file, damaged }).catch((thrown: unknown) => ({
    state: 'damaged',
    error: toShelfwiseError(thrown),
  }));
}

const isEmpty = async (entry: string): Promise<boolean> =>
  (await entriesOf(entry)).every(({ name }) => TEMPORARY_NAME.test(name));

/** Folders in the trash that a newer version wrote: why they are not listed. */
export async function listUnreadableTrash(workspace: Workspace): Promise<UnreadableTrash[]> {
  return (await readTrash(workspace)).unreadable.map(({ place, error: { code, message, said } }) => ({
    entry: path.basename(place),
    code,
    message,
    said: said && [...said],
  }));
}

/** What can be restored, newest first. */
export async function listTrash(workspace: Workspace): Promise<TrashEntry[]> {
  const listed: TrashEntry[] = [];
  for (const { place: entry, note } of (await readTrash(workspace)).entries) {
    if (note === null) continue;
    const isThere = (await entriesOf(entry)).some((inside) => inside.isDirectory() && inside.name === note.id);
    if (!isThere) continue;
    const { kind, id, name, deletedAt, affectedRuns } = note;
    listed.push({
      entry: path.basename(entry),
      kind,
      id,
      name,
      deletedAt,
      affectedRuns,
      bytes: await bytesBelow(entry),
    });
  }
  return listed.sort((left, right) => (left.deletedAt < right.deletedAt ? 1 : -1));
}
