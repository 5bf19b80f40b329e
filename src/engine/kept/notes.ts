/** notes/<fingerprint>.json: curators' notes about profiles of a data set. */
import * as z from 'zod';
import { type Note, noteSchema } from '../../shared/contract/kept';
import { say } from '../../shared/words/sentence';
import type { Workspace } from '../storage/workspace';
import { changeContent, fileOf, readRecords, type Records } from '../storage/record-file';
import { withStates } from './history';
import { changeState, type KeptFamily, readState } from './store';

const NONE: Note = { text: '', revision: 0, changedAt: null };

const storedSchema = noteSchema.extend({ from: z.int().optional(), arrivedAt: z.string().optional() });
export type StoredNote = z.infer<typeof storedSchema>;

/** By profile. A removed note stays as an empty text, so that its revision continues. */
export const NOTES: KeptFamily<StoredNote> = {
  folder: 'notes',
  name: 'profiles',
  value: storedSchema,
  what: ({ key }) => say('kept.note', { profile: key }),
};

export const readNotes = (workspace: Workspace, fingerprint: string): Promise<Records<StoredNote>> =>
  readRecords(fileOf(NOTES, workspace, fingerprint));

/** Profiles with a note. */
export async function notedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  const notes = await readNotes(workspace, fingerprint);
  return new Set(Array.from(notes).flatMap(([profile, { text }]) => (text === '' ? [] : [profile])));
}

export const noteOf = async (workspace: Workspace, fingerprint: string, profile: string): Promise<Note> =>
  (await readState(NOTES, { workspace, fingerprint, key: profile })) ?? NONE;

/**
 * @param given.text an empty one removes the note
 * @param given.revision of the note that was read; 0 if there was none
 * @throws ShelfwiseError `busy` if it was changed meanwhile
 */
export const setNote = async (
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  { text, revision }: { text: string; revision: number },
): Promise<Note> =>
  (await changeState(NOTES, { workspace, fingerprint, key: profile }, { to: () => ({ text }), read: revision }))!;

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
  await changeContent(fileOf(NOTES, workspace, fingerprint), (content) => {
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
