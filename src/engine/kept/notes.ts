/** notes/<fingerprint>.json: curators' notes about profiles of a data set. */
import * as path from 'node:path';
import * as z from 'zod';
import { type Note, type NoteHistory, noteSchema } from '../../shared/contract/kept';
import { say, type Sentence } from '../../shared/words/sentence';
import type { Workspace } from '../storage/workspace';
import { adoptContent, changeContent, readContent, readRecords, type RecordFile } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import { restored, versionsOf, withState, withStates } from './history';

const NONE: Note = { text: '', revision: 0, changedAt: null };

const storedSchema = noteSchema.extend({ from: z.int().optional(), arrivedAt: z.string().optional() });
export type StoredNote = z.infer<typeof storedSchema>;

/** By profile. A removed note stays as an empty text, so that its revision continues. */
export const notesFile = ({ notes }: Workspace, fingerprint: string): RecordFile<StoredNote> => ({
  path: path.join(notes, `${fingerprint}.json`),
  name: 'profiles',
  value: storedSchema,
});

const noteOn = (profile: string): Sentence => say('kept.note', { profile });

/** Profiles with a note. */
export async function notedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  const notes = await readRecords(notesFile(workspace, fingerprint));
  return new Set(Array.from(notes).flatMap(([profile, { text }]) => (text === '' ? [] : [profile])));
}

export async function noteOf(workspace: Workspace, fingerprint: string, profile: string): Promise<Note> {
  return (await readRecords(notesFile(workspace, fingerprint))).get(profile) ?? NONE;
}

/**
 * @param text an empty one removes the note
 * @param revision of the note that was read; 0 if there was none
 * @throws ShelfwiseError `busy` if it was changed meanwhile
 */
export async function setNote(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  { text, revision }: { text: string; revision: number },
): Promise<Note> {
  let note: StoredNote = NONE;
  await changeContent(notesFile(workspace, fingerprint), (content) => {
    const before: StoredNote = content.records.get(profile) ?? NONE;
    refuseOverwriting(noteOn(profile), before.revision, revision);
    const { from: _, arrivedAt: __, ...kept } = before;
    note = { ...kept, text, revision: revision + 1, changedAt: new Date().toISOString() };
    return withState(content, profile, note);
  });
  return note;
}

/** Gives data that was made from other data the notes on its profiles, with their history, unless it has or had some of its own. */
export async function adoptNotesOf(workspace: Workspace, from: string, to: string): Promise<void> {
  await adoptContent(notesFile(workspace, from), notesFile(workspace, to));
}

export interface NoteOfProfile {
  readonly profile: string;
  readonly text: string;
  readonly changedAt: string | null;
}

/**
 * Adopts notes that came with the data in a bundle, for profiles that never had a note here. @returns how many were adopted, and how many were not
 */
export async function adoptNotes(
  workspace: Workspace,
  fingerprint: string,
  notes: readonly NoteOfProfile[],
): Promise<{ taken: number; kept: number }> {
  let counts = { taken: 0, kept: 0 };
  if (notes.length === 0) return counts;
  await changeContent(notesFile(workspace, fingerprint), (content) => {
    counts = { taken: 0, kept: 0 };
    const arrivedAt = new Date().toISOString();
    return withStates(content, (_, put) => {
      for (const { profile, text, changedAt } of notes) {
        const before = content.records.get(profile);
        if (before === undefined) {
          put(profile, { text, changedAt, arrivedAt, revision: 1 });
          counts.taken++;
        } else if (before.text !== text) counts.kept++;
      }
    });
  });
  return counts;
}

/** Earlier notes on a profile, latest first. */
export async function noteHistory(workspace: Workspace, fingerprint: string, profile: string): Promise<NoteHistory> {
  const content = await readContent(notesFile(workspace, fingerprint));
  return {
    revision: (content.records.get(profile) ?? NONE).revision,
    versions: versionsOf(content, profile),
  };
}

/**
 * Restores an earlier note as a new revision.
 * @throws ShelfwiseError `busy` if it was changed meanwhile, `not-found` if that version is no longer stored
 */
export async function restoreNote(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  { revision, to }: { revision: number; to: number },
): Promise<Note> {
  let note: Note = NONE;
  await changeContent(notesFile(workspace, fingerprint), (content) => {
    const step = restored(content, profile, { what: noteOn(profile), read: revision, to });
    note = step.value;
    return step.content;
  });
  return note;
}
