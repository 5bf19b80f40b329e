/** notes/<fingerprint>.json: what curators wrote about profiles of a data set. */
import * as path from 'node:path';
import { type Note, noteSchema } from '../../shared/contract';
import { say } from '../../shared/sentences/sentence';
import type { Workspace } from '../storage/workspace';
import { changeRecords, readRecords, type RecordFile, type Records } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';

const NONE: Note = { text: '', revision: 0, changedAt: null };

const fileOf = ({ notes }: Workspace, fingerprint: string): RecordFile<Note> => ({
  path: path.join(notes, `${fingerprint}.json`),
  name: 'profiles',
  value: noteSchema,
});

/** By profile. One that was taken away stays as an empty text, so that its revision goes on. */
async function notesOf(workspace: Workspace, fingerprint: string): Promise<Records<Note>> {
  return readRecords(fileOf(workspace, fingerprint));
}

/** Profiles with a note. */
export async function notedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  const notes = Object.entries(await notesOf(workspace, fingerprint));
  return new Set(notes.filter(([, { text }]) => text !== '').map(([profile]) => profile));
}

export async function noteOf(workspace: Workspace, fingerprint: string, profile: string): Promise<Note> {
  return (await notesOf(workspace, fingerprint))[profile] ?? NONE;
}

/**
 * @param text empty removes the note
 * @param revision of the note that was read; 0 where there was none
 * @throws ShelfwiseError `busy` where somebody else changed it meanwhile
 */
export async function setNote(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  { text, revision }: { text: string; revision: number },
): Promise<Note> {
  const note: Note = { text, revision: revision + 1, changedAt: new Date().toISOString() };
  await changeRecords(fileOf(workspace, fingerprint), (notes) => {
    refuseOverwriting(say('kept.note', { profile }), (notes[profile] ?? NONE).revision, revision);
    return { ...notes, [profile]: note };
  });
  return note;
}
