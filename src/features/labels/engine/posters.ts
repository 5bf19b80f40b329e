/**
 * Reads pictures of titles from a folder that a person names: `<ID>.png`, `.jpg`, `.jpeg` or `.webp`. They are read when a title is shown, and never
 * stored, hashed or exported. Nothing in the folder is trusted: a picture is recognised by its bytes, of limited size, and must lie in that folder
 * itself.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Poster, PosterFolder } from '../../../shared/contract/labels';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { MOST_POSTER_BYTES, MOST_POSTER_PIXELS } from '../contract/limits';
import { say } from '../../../shared/words/sentence';
import { isPlainName, openPlainFile } from '../../../engine/storage/plain-file';
import { pictureOf } from './picture';

const ENDINGS = ['png', 'jpg', 'jpeg', 'webp'].flatMap((ending) => [ending, ending.toUpperCase()]);

type Refusal = PosterFolder['refused'][number]['reason'];

/** Possible names for the picture of a title; empty if its ID could mean another place. */
const namesOf = (item: string): string[] => ENDINGS.map((ending) => `${item}.${ending}`).filter(isPlainName);

/** Null if there is no picture of the title, or none that can be shown: its cover is typeset then. */
export async function posterOf(folder: string, item: string): Promise<Poster | null> {
  // The folder itself may be a link, as a person named it; its content may not.
  const root = await fs.realpath(folder).catch(() => null);
  if (root === null) return null;
  for (const name of namesOf(item)) {
    const read = await readPoster(root, name);
    if (read !== null && typeof read !== 'string') return read;
  }
  return null;
}

/** Number of pictures to open in search of those that cannot be shown, and of those to report. */
const LOOKED_AT = 200;
const TOLD = 5;

/** @throws ShelfwiseError `not-found`, `no-permission`, or `bad-data` if it is no folder */
export async function lookAtPosters(folder: string, items: readonly string[]): Promise<PosterFolder> {
  const root = await fs.realpath(folder).catch((cause: unknown) => {
    throw toShelfwiseError(cause);
  });
  if (!(await fs.stat(root)).isDirectory()) throw new ShelfwiseError('bad-data', say('posters.no-folder', { folder }));
  const there = new Set(await fs.readdir(root));
  const files = items.flatMap((item) => namesOf(item).find((name) => there.has(name)) ?? []);
  const refused: PosterFolder['refused'] = [];
  for (const file of files.slice(0, LOOKED_AT)) {
    if (refused.length === TOLD) break;
    const read = await readPoster(root, file);
    if (typeof read === 'string') refused.push({ file, reason: read });
  }
  return { found: files.length, titles: items.length, refused, unmatched: unmatchedIn(there, files, items) };
}

/** What lies there and serves no title, and the name that a picture of the first title would have. */
function unmatchedIn(
  there: ReadonlySet<string>,
  files: readonly string[],
  items: readonly string[],
): PosterFolder['unmatched'] {
  const matched = new Set(files);
  const others = Array.from(there)
    .filter((name) => !matched.has(name) && ENDINGS.includes(path.extname(name).slice(1)))
    .toSorted();
  const wanted = items.flatMap(namesOf)[0];
  if (others.length === 0 || wanted === undefined) return null;
  return { count: others.length, file: others[0]!, wanted };
}

/**
 * @param root without links in it
 * @param name a plain one
 * @returns null if there is no such file, or why it is not shown
 */
async function readPoster(root: string, name: string): Promise<Poster | Refusal | null> {
  const file = path.join(root, name);
  const found = await fs.realpath(file).catch(() => null);
  if (found === null) return null;
  // A link leads elsewhere, and where case does not count, a name in another case is the file of another title.
  if (found !== file) return 'outside';
  const handle = await openPlainFile(file).catch(() => null);
  if (handle === null) return 'outside';
  try {
    const bytes = Buffer.alloc(MOST_POSTER_BYTES + 1);
    // Not by its size alone: a file may grow while it is read.
    const { size } = await handle.stat();
    if (size > MOST_POSTER_BYTES) return 'too-large';
    const { bytesRead } = await handle.read(bytes, 0, size + 1, 0);
    return shownOrNot(bytes.subarray(0, bytesRead));
  } catch {
    return 'no-picture';
  } finally {
    await handle.close();
  }
}

function shownOrNot(bytes: Buffer): Poster | Refusal {
  if (bytes.length > MOST_POSTER_BYTES) return 'too-large';
  const picture = pictureOf(bytes);
  if (picture === null) return 'no-picture';
  if (picture.isAnimated) return 'animated';
  if (picture.width * picture.height > MOST_POSTER_PIXELS) return 'too-many-pixels';
  return { type: picture.type, base64: bytes.toString('base64') };
}
