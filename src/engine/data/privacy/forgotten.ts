/**
 * privacy/forgotten.json lists the profiles to keep out of later imports, as keyed hashes. This keeps IDs out of files that are shown, sent or
 * found. The key lies beside it, so anyone with the whole workspace can still test whether an ID they know was forgotten.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import type { Dataset, FileReport } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type Sentence } from '../../../shared/words/sentence';
import { type Held, whileClaimed } from '../../storage/claim';
import { makeFolder, writeFile } from '../../storage/files';
import { readTextIfThere } from '../../storage/read-files';
import { changeRecords, fileOf, readRecords, type RecordFamily, withRecord } from '../../storage/record-file';
import type { Workspace } from '../../storage/workspace';
import { readIntention } from './intention';
import { canonicalId, KEY_BYTES, keyedHash } from './keyed-ids';

/** Where data comes from: the folder, and the content of its files, which identifies a copied or moved folder. */
export interface Source {
  /** Absolute paths, as given and with links resolved; empty if the data came in a bundle. */
  readonly folders: readonly string[];
  /** SHA-256 of the files with a role. */
  readonly files: readonly string[];
}

/** A source with the ID of its pseudonym key; undefined if its IDs are those of the files. */
export interface HeldSource extends Source {
  readonly key: string | undefined;
}

export async function sourceOfDataset({ folder, added = [], files, pseudonyms }: Dataset): Promise<HeldSource> {
  const sources = await Promise.all([folder, ...added.map((one) => one.folder)].map((one) => sourceOf(one, files)));
  const folders = [...new Set(sources.flatMap((source) => source.folders))];
  return { folders, files: sources[0]!.files, key: pseudonyms?.key };
}

/** Two sources are the same if they name one folder, or have one file in common. */
export const isSameSource = (left: Source, right: Source): boolean =>
  left.folders.some((folder) => right.folders.includes(folder)) ||
  left.files.some((file) => right.files.includes(file));

/** Roles of files with data about people. Titles do not identify people: many folders share a catalogue. */
const TELLING: readonly FileReport['role'][] = ['history', 'profiles', 'watch', 'purchase', 'search', 'submission'];

/** Whether a file of a folder has one of these roles; it may have several roles. */
export function tellsOfPeople(files: readonly Pick<FileReport, 'file' | 'role'>[]): (file: string) => boolean {
  const telling = new Set(files.filter(({ role }) => TELLING.includes(role)).map(({ file }) => file));
  return (file) => telling.has(file);
}

export async function sourceOf(
  folder: string,
  files: readonly Pick<FileReport, 'role' | 'rows' | 'sha256'>[],
): Promise<Source> {
  // A file with only a header identifies no source.
  const telling = files.filter(({ role, rows }) => rows > 0 && TELLING.includes(role)).map(({ sha256 }) => sha256);
  if (folder === '') return { folders: [], files: telling };
  const real = await fs.realpath(folder).catch(() => folder);
  return { folders: [...new Set([folder, real])], files: telling };
}

const entrySchema = z.object({
  folders: z.array(z.string()),
  files: z.array(z.string()),
  /** Fingerprints of the data sets that held the profile. */
  replaced: z.array(z.string()),
  /** IDs of the keys under whose pseudonym it was forgotten; empty if it was forgotten by the ID in the files. */
  keys: z.array(z.string()),
});

const FORGOTTEN: RecordFamily<z.infer<typeof entrySchema>> = {
  folder: 'privacy',
  only: 'forgotten',
  name: 'profiles',
  value: entrySchema,
};

const keyFile = ({ privacy }: Workspace): string => path.join(privacy, 'key');

const hashOf = (key: Buffer, id: string): string => keyedHash(key, 'forgotten profile', canonicalId(id));

/** @throws ShelfwiseError `bad-data` if the key is damaged: nothing is imported, since no profile could be kept out */
async function readKey(workspace: Workspace): Promise<Buffer | null> {
  const text = await readTextIfThere(keyFile(workspace));
  if (text === null) return null;
  if (new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}\\n$`).test(text)) return Buffer.from(text.trim(), 'hex');
  throw new ShelfwiseError('bad-data', say('forget.key-damaged', { file: keyFile(workspace) }));
}

/**
 * Keeps a profile out of imports from now on. Call it only while no other program forgets in this workspace.
 * @param replaced fingerprints of the data sets that hold the profile
 */
export async function rememberForgotten(
  workspace: Workspace,
  profile: string,
  sources: readonly HeldSource[],
  replaced: readonly string[],
): Promise<void> {
  await makeFolder(workspace.privacy);
  let key = await readKey(workspace);
  if (key === null) {
    key = randomBytes(KEY_BYTES);
    await writeFile(keyFile(workspace), `${key.toString('hex')}\n`, { mode: 0o600 });
  }
  const hash = hashOf(key, profile);
  const union = (earlier: readonly string[], more: readonly string[]): string[] => [...new Set([...earlier, ...more])];
  await changeRecords(fileOf(FORGOTTEN, workspace), (known) => {
    const entry = known.get(hash) ?? { folders: [], files: [], replaced: [], keys: [] };
    return withRecord(known, hash, {
      ...entry,
      folders: union(
        entry.folders,
        sources.flatMap(({ folders }) => folders),
      ),
      files: union(
        entry.files,
        sources.flatMap(({ files }) => files),
      ),
      replaced: union(entry.replaced, replaced),
      keys: union(
        entry.keys,
        sources.flatMap(({ key: pseudonyms }) => pseudonyms ?? []),
      ),
    });
  });
}

/** Which profiles must stay out. */
export interface Forgotten {
  /** Tests whether a profile of this source was forgotten; null if none was. */
  from(source: Source): ((id: string) => boolean) | null;
  /** Whether a profile of this source was forgotten under a pseudonym of another key. */
  isHiddenFrom(key: string | undefined, source: Source): boolean;
  /** Tests whether an ID was forgotten in the data of any folder; null if none was. */
  readonly anywhere: ((id: string) => boolean) | null;
  /** Whether the data set with this fingerprint held a profile that has since been forgotten. */
  wasReplaced(fingerprint: string): boolean;
  /** Changes whenever a profile is forgotten. */
  readonly version: string;
}

/** @throws ShelfwiseError `bad-data` if the list or its key is damaged, or the key is missing */
export async function readForgotten(workspace: Workspace): Promise<Forgotten> {
  const entries = [...(await readRecords(fileOf(FORGOTTEN, workspace)))];
  const key = await readKey(workspace);
  if (entries.length > 0 && key === null)
    throw new ShelfwiseError('bad-data', say('forget.key-damaged', { file: keyFile(workspace) }));
  const among = (hashes: ReadonlySet<string>): ((id: string) => boolean) | null =>
    key === null || hashes.size === 0 ? null : (id) => hashes.has(hashOf(key, id));
  const ofSource = (source: Source) => entries.filter(([, entry]) => isSameSource(entry, source));
  return {
    from: (source) => among(new Set(ofSource(source).map(([hash]) => hash))),
    isHiddenFrom: (own, source) =>
      ofSource(source).some(([, { keys }]) => keys.length > 0 && (own === undefined || !keys.includes(own))),
    anywhere: among(new Set(entries.map(([hash]) => hash))),
    version: JSON.stringify(entries),
    wasReplaced: (fingerprint) => entries.some(([, { replaced }]) => replaced.includes(fingerprint)),
  };
}

/** Runs work while no program places profiles in the workspace with `placeUnlessForgetting`, and no profile is added to the forgotten ones. */
export async function whileNobodyPlaces<Result>(
  workspace: Workspace,
  work: (claim: Held) => Promise<Result>,
): Promise<Result> {
  await makeFolder(workspace.privacy);
  return whileClaimed(fileOf(FORGOTTEN, workspace).path, work);
}

/**
 * Moves data about profiles into place. Forgetting announces itself, waits for this work and then searches again, so one of the two always sees the
 * other.
 * @param checked the state that the profiles were compared with, and the sentence for when it has changed
 * @throws ShelfwiseError `busy` if a profile is being forgotten or was since, `bad-data` if that cannot be determined; then nothing is done
 */
export async function placeUnlessForgetting<Result>(
  workspace: Workspace,
  { forgotten, otherwise }: { forgotten: Pick<Forgotten, 'version'>; otherwise: Sentence },
  work: (claim: Held) => Promise<Result>,
): Promise<Result> {
  return whileNobodyPlaces(workspace, async (claim) => {
    if ((await readIntention(workspace)) !== null || (await readForgotten(workspace)).version !== forgotten.version)
      throw new ShelfwiseError('busy', otherwise);
    return work(claim);
  });
}
