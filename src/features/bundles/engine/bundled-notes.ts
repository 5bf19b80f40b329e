/** dataset/notes.json of a bundle with data: curators' notes about profiles. It is not part of the data set, so it must not stay in that folder. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { noteSchema } from '../../../shared/contract/kept';
import { ShelfwiseError } from '../../../shared/errors';
import { LONGEST_PROFILE_ID } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { type NoteOfProfile, readNotes } from '../../../engine/kept/notes';
import { contentOf, parseKept } from '../../../engine/storage/kept-file';
import { readPlainTextIfThere } from '../../../engine/storage/plain-file';
import type { Workspace } from '../../../engine/storage/workspace';
import { DATA_FOLDER, NOTES } from './manifest';
import type { ZipSource } from './zip-write';

const FORMAT_VERSION = 1;
/** In bytes. For larger notes, an error suggests a bundle without data. */
export const LARGEST_NOTES = 1 << 25;

const schema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  notes: z.array(
    z.strictObject({
      profile: z.string().min(1).max(LONGEST_PROFILE_ID),
      text: noteSchema.shape.text.min(1),
      changedAt: z.iso.datetime().nullable(),
    }),
  ),
});

/** Empty if there are no notes. @throws ShelfwiseError `too-large` */
export async function noteSources(workspace: Workspace, fingerprint: string): Promise<ZipSource[]> {
  const stored = await readNotes(workspace, fingerprint);
  const notes = Array.from(stored, ([profile, { text, changedAt }]) => ({ profile, text, changedAt }))
    .filter(({ text }) => text !== '')
    .sort((left, right) => (left.profile < right.profile ? -1 : 1));
  if (notes.length === 0) return [];
  const content = Buffer.from(`${JSON.stringify({ formatVersion: FORMAT_VERSION, notes }, null, 2)}\n`);
  if (content.length > LARGEST_NOTES) throw new ShelfwiseError('too-large', say('bundle.notes-too-large'));
  return [{ name: DATA_FOLDER + NOTES, content }];
}

/** @throws ShelfwiseError `bad-data`, `newer-version` */
export function decodeNotes(text: string, bundle: string): readonly NoteOfProfile[] {
  const what = say('bundle.file', { file: NOTES, bundle });
  const damaged = () => say('bundle.refused', { bundle, cause: say('bundle.damaged-notes') });
  if (text.length > LARGEST_NOTES) throw new ShelfwiseError('bad-data', damaged());
  const { notes } = contentOf(parseKept(text, { schema, version: FORMAT_VERSION, what, damaged }))!;
  if (new Set(notes.map(({ profile }) => profile)).size !== notes.length)
    throw new ShelfwiseError('bad-data', damaged());
  return notes;
}

/**
 * Takes the notes out of the unpacked data.
 * @param profiles that the run knows: notes on others are refused
 * @throws ShelfwiseError as decodeNotes
 */
export async function takeNotes(
  folder: string,
  profiles: readonly string[],
  bundle: string,
): Promise<readonly NoteOfProfile[]> {
  const file = path.join(folder, NOTES);
  const size = (await fs.lstat(file).catch(() => null))?.size;
  if (size === undefined) return [];
  const refused = new ShelfwiseError('bad-data', say('bundle.refused', { bundle, cause: say('bundle.damaged-notes') }));
  if (size > LARGEST_NOTES) throw refused;
  const notes = decodeNotes((await readPlainTextIfThere(file))!, bundle);
  const known = new Set(profiles);
  if (notes.some(({ profile }) => !known.has(profile))) throw refused;
  await fs.rm(file);
  return notes;
}
