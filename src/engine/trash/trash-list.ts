/** What lies in the trash of a workspace: folders that `delete` named, each with a note of what it was. */
import * as path from 'node:path';
import * as z from 'zod';
import type { TrashEntry } from '../../shared/contract';
import { bytesBelow, entriesOf } from '../storage/disk';
import { DATASET_NAME, OF_THE_SYSTEM, RUN_NAME, TRASH_NAME, TRASH_NOTE } from '../storage/names';
import { jsonOrNull, readTextIfThere } from '../storage/read-files';
import { TEMPORARY_NAME } from '../storage/temporary';
import type { Workspace } from '../storage/workspace';

const noteSchema = z
  .looseObject({
    kind: z.enum(['run', 'dataset']),
    id: z.string(),
    name: z.string(),
    /** ISO 8601, UTC. */
    deletedAt: z.string(),
    affectedRuns: z.array(z.string()),
  })
  // What was deleted lies beside the note under its id: an id that is a path would lead elsewhere.
  .refine(({ kind, id }) => (kind === 'run' ? RUN_NAME : DATASET_NAME).test(id));

/** note.json beside what was deleted. */
export type TrashNote = z.infer<typeof noteSchema>;

/** Null where it is not what `delete` writes. */
export async function readNote(entry: string): Promise<TrashNote | null> {
  const text = await readTextIfThere(path.join(entry, TRASH_NOTE)).catch(() => null);
  return text === null ? null : (noteSchema.safeParse(jsonOrNull(text)).data ?? null);
}

/** Folders of the trash that `delete` made, and what else lies there; no link is followed. */
export async function entriesOfTrash({ trash }: Workspace): Promise<{ entries: string[]; others: string[] }> {
  const entries: string[] = [];
  const others: string[] = [];
  for (const entry of await entriesOf(trash)) {
    const place = path.join(trash, entry.name);
    if (entry.isDirectory() && TRASH_NAME.test(entry.name) && (await isOurs(place))) entries.push(place);
    else if (!OF_THE_SYSTEM.has(entry.name)) others.push(place);
  }
  return { entries, others };
}

/** With a note, or without anything at all: a program was killed before it wrote the note. */
async function isOurs(entry: string): Promise<boolean> {
  if ((await readNote(entry)) !== null) return true;
  return (await entriesOf(entry)).every(({ name }) => TEMPORARY_NAME.test(name));
}

/** What can be restored, newest first. */
export async function listTrash(workspace: Workspace): Promise<TrashEntry[]> {
  const listed: TrashEntry[] = [];
  for (const entry of (await entriesOfTrash(workspace)).entries) {
    const note = await readNote(entry);
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
