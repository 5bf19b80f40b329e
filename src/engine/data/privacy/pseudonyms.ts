/**
 * Replaces profile IDs by pseudonyms: keyed hashes. The key lies in a file of the user's choice, outside the workspace. With the workspace alone,
 * profiles cannot be identified, not even by trying IDs.
 */
import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Dataset } from '../../../shared/contract/dataset';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { writeFile } from '../../storage/files';
import { KEY_HEADING, liesIn, writeUserFile } from '../../storage/user-files';
import type { Workspace } from '../../storage/workspace';
import { canonicalId, KEY_BYTES, keyedHash } from './keyed-ids';

export interface PseudonymKey {
  /** Identifies a key without revealing it. */
  readonly id: string;
  /** The pseudonym of an ID, however a file writes it: a letter and 16 hexadecimal digits, so that it never looks like a number. */
  of(id: string): string;
}

const HEADING = `${KEY_HEADING} 1`;

const EXPLANATION = [
  '# Whoever has this file can tell which pseudonym is which profile, by trying ids. Keep it apart from the workspace of Shelfwise,',
  '# and keep a copy: without it, lists cannot be translated back, and no later import gives the same pseudonyms.',
];

/** A key file has a few lines; a larger file is no key. */
const LARGEST = 4096;

const DIGITS = 16;

/** What others may do with a file. */
const OF_OTHERS = 0o077;

/** As ssh does with its keys: one of this user that others can read protects nothing. Windows has no such modes. */
function refuseOpenKey(file: string, { uid, mode }: { readonly uid: number; readonly mode: number }): void {
  if (process.getuid?.() === uid && (mode & OF_OTHERS) !== 0)
    throw new ShelfwiseError('no-permission', say('pseudonyms.key-open', { file }));
}

/** Null if the file does not exist. @throws ShelfwiseError `bad-data` if it is no key file, `no-permission` if others can read it */
async function readPseudonymKey(file: string): Promise<PseudonymKey | null> {
  const place = path.resolve(file);
  let text: string;
  let stats: Stats;
  try {
    stats = await fs.stat(place);
    text = stats.isFile() && stats.size <= LARGEST ? await fs.readFile(place, 'utf8') : '';
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return null;
    throw error;
  }
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const hex = lines[1] ?? '';
  if (lines[0] === HEADING) refuseOpenKey(place, stats);
  if (lines[0] !== HEADING || lines.length !== 2 || !new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}$`).test(hex))
    throw new ShelfwiseError('bad-data', say('pseudonyms.no-key-file', { file: place }));
  return keyFrom(Buffer.from(hex, 'hex'));
}

function keyFrom(key: Buffer): PseudonymKey {
  return {
    id: keyedHash(key, 'key', '').slice(0, DIGITS),
    of: (id) => `p${keyedHash(key, 'pseudonym', canonicalId(id)).slice(0, DIGITS)}`,
  };
}

/**
 * Reads the key of a file, or creates it.
 * @param folder the user's folder that is about to be imported
 * @throws ShelfwiseError `usage` if the file lies in the workspace or among the user's data, where it would protect nothing
 */
export async function openPseudonymKey(workspace: Workspace, file: string, folder: string): Promise<PseudonymKey> {
  const place = path.resolve(file);
  for (const [inside, id] of [
    [folder, 'pseudonyms.key-in-data'],
    [workspace.folder, 'pseudonyms.key-in-workspace'],
  ] as const)
    if (await liesIn(place, inside)) throw new ShelfwiseError('usage', say(id, { file: place, folder: inside }));
  const known = await readPseudonymKey(place);
  if (known !== null) return known;
  const text = [HEADING, ...EXPLANATION, randomBytes(KEY_BYTES).toString('hex'), ''].join('\n');
  // The mode is explicit: in a folder that a group may read, the key would otherwise be open to the group.
  await writeUserFile(workspace, place, (temporary) => writeFile(temporary, text, { mode: 0o600, forUser: true }));
  // Read back: another program may have created it at the same moment.
  return (await readPseudonymKey(place))!;
}

/** @throws ShelfwiseError `not-found` without the file, `usage` if the data has no pseudonyms, or those of another key */
export async function keyOfDataset(file: string, dataset: Dataset): Promise<PseudonymKey> {
  const key = await readPseudonymKey(file);
  if (key === null) throw new ShelfwiseError('not-found', say('pseudonyms.no-file', { file: path.resolve(file) }));
  const data = dataset.fingerprint.slice(0, 12);
  if (dataset.pseudonyms === undefined) throw new ShelfwiseError('usage', say('pseudonyms.none', { data }));
  if (dataset.pseudonyms.key !== key.id)
    throw new ShelfwiseError('usage', say('pseudonyms.other-key', { data, file: path.resolve(file) }));
  return key;
}

/**
 * Pseudonyms of IDs.
 * @throws ShelfwiseError `bad-data` if two IDs get the same pseudonym, which another key avoids
 */
export function pseudonymsOf(key: PseudonymKey, ids: readonly string[]): string[] {
  const pseudonyms = ids.map((id) => key.of(id));
  if (new Set(pseudonyms).size < new Set(ids).size) throw new ShelfwiseError('bad-data', say('pseudonyms.collision'));
  return pseudonyms;
}
