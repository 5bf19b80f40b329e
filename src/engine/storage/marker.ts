/**
 * shelfwise.json marks a folder as a workspace. It is written only into an empty folder, so `trash empty` never takes foreign files for the program's own.
 * Without a marker a workspace is recognised by its content: every name, two levels deep, is one that the program gave. A wrong refusal costs a person
 * a minute, the opposite mistake their files. A workspace that no version since 1.0 wrote into is refused: 1.0 reads what it holds. The program's
 * own folder is refused for nothing else: on macOS, Electron keeps caches and settings there, under names that change. Access is in the marker
 * because the folder's mode alone cannot say whether a group was let in on purpose.
 *
 * A registry of workspaces beside the program would not know a copied one; a question before the first use cannot be answered by a script.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { version } from '../../../package.json';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { RECIPE_VERSION } from '../../shared/recipe/table';
import { say, type Sentence } from '../../shared/words/sentence';
import { type Access, settleAccess } from './access';
import { entriesOf } from './disk';
import { makeFolder, writeJson } from './files';
import { parseKept } from './kept-file';
import { FILES, FOLDERS, isFolderName, OF_THE_SYSTEM } from './names';
import { jsonOrNull, readTextIfThere } from './read-files';
import { TEMPORARY_NAME } from './temporary';

export const MARKER = 'shelfwise.json';

const FORMAT = 'shelfwise-workspace';
const FORMAT_VERSION = 1;

/** A marker has a few lines; a larger file is not the program's. */
const LARGEST = 1 << 16;

const madeBySchema = z.object({ madeBy: z.string() });

const markerSchema = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  /** The version of the program that made the workspace. */
  madeBy: z.string(),
  /** Who may look into the workspace; private where absent. */
  access: z.enum(['private', 'shared']).optional(),
});
type Marker = z.infer<typeof markerSchema>;

/** What a folder is to the program. */
export type Standing =
  | { readonly kind: 'workspace'; readonly marker: Marker }
  /** A workspace without a marker. */
  | { readonly kind: 'unmarked' }
  /** Empty, or not there yet. */
  | { readonly kind: 'new' }
  /** Must not be touched; the error says why, and what to do. */
  | { readonly kind: 'refused'; readonly error: ShelfwiseError };

/** The importer of 1.0. */
const FIRST_IMPORTER = 3;

/** How many foreign entries the error names. */
const NAMED = 3;

/**
 * Inspects a folder; changes nothing.
 * @param isOwn whether this is the program's own folder on this system, where Electron stores its files too on macOS
 * @throws ShelfwiseError `no-permission` if the folder cannot be read
 */
export async function standingOf(folder: string, isOwn = false): Promise<Standing> {
  const entries = await entriesIn(folder);
  const marker = entries.find(({ name }) => name === MARKER);
  if (marker !== undefined) {
    const standing = await readMarker(path.join(folder, MARKER));
    const isOf0 = standing.kind === 'workspace' && standing.marker.madeBy.startsWith('0.');
    return isOf0 && (await isBefore1(folder)) ? before1(folder) : standing;
  }
  const present = entries.filter(({ name }) => !OF_THE_SYSTEM.has(name) && !TEMPORARY_NAME.test(name));
  if (present.length === 0) return { kind: 'new' };
  if (await isBefore1(folder)) return before1(folder);
  if (isOwn) return { kind: 'unmarked' };
  const foreign: string[] = [];
  for (const entry of present) {
    if (foreign.length >= NAMED) break;
    if (entry.isFile() && FILES.has(entry.name) && present.some(({ name }) => name === 'runs')) continue;
    const inside = entry.isDirectory() && isFolderName(entry.name) ? FOLDERS[entry.name] : null;
    if (inside === null) foreign.push(entry.name);
    else foreign.push(...(await foreignIn(folder, entry.name, inside)));
  }
  if (foreign.length === 0) return { kind: 'unmarked' };
  return refused('usage', say('workspace.foreign', { folder, found: foreign.slice(0, NAMED) }));
}

const refused = (code: 'usage' | 'bad-data', reason: Sentence): Standing => ({
  kind: 'refused',
  error: new ShelfwiseError(code, reason),
});

const before1 = (folder: string): Standing => refused('usage', say('workspace.before-1', { folder }));

/** Folders that no version before 1.0 made. */
const SINCE_1 = ['labels', 'rules', 'checks', 'decisions', 'audit', 'sweeps', 'plans', 'refreshes'];

const ofVersion = z.object({ recipe: z.object({ version: z.number() }) });
const ofImporter = z.object({ importerVersion: z.number() });

/**
 * Whether a workspace holds runs or data sets, and nothing that 1.0 or a later version made. What 1.0 merely opened looks the same.
 * @throws ShelfwiseError `no-permission`
 */
async function isBefore1(folder: string): Promise<boolean> {
  if ((await entriesIn(folder)).some(({ name }) => SINCE_1.includes(name))) return false;
  const runs = await parsedIn(folder, 'runs', 'run.json');
  const datasets = await parsedIn(folder, 'datasets', 'dataset.json');
  const isEarlier = [
    ...runs.map((record) => (ofVersion.safeParse(record).data?.recipe.version ?? RECIPE_VERSION) < RECIPE_VERSION),
    ...datasets.map((dataset) => (ofImporter.safeParse(dataset).data?.importerVersion ?? 0) < FIRST_IMPORTER),
  ];
  return isEarlier.length > 0 && isEarlier.every(Boolean);
}

/** The records of one kind, as they can be read. */
async function parsedIn(folder: string, part: keyof typeof FOLDERS, file: string): Promise<unknown[]> {
  const entries = await entriesOf(path.join(folder, part));
  const own = entries.filter((entry) => entry.isDirectory() && FOLDERS[part].test(entry.name));
  const texts = await Promise.all(
    own.map(({ name }) => readTextIfThere(path.join(folder, part, name, file)).catch(() => null)),
  );
  return texts.flatMap((text) => (text === null ? [] : [jsonOrNull(text)]));
}

async function foreignIn(folder: string, part: string, ours: RegExp): Promise<string[]> {
  const entries = await entriesIn(path.join(folder, part));
  return entries
    .filter(
      (entry) =>
        entry.isSymbolicLink() ||
        !(ours.test(entry.name) || TEMPORARY_NAME.test(entry.name) || OF_THE_SYSTEM.has(entry.name)),
    )
    .map(({ name }) => `${part}/${name}`);
}

async function entriesIn(folder: string): ReturnType<typeof entriesOf> {
  try {
    return await entriesOf(folder);
  } catch (thrown) {
    const { code } = toShelfwiseError(thrown);
    if (code !== 'no-permission') throw thrown;
    throw new ShelfwiseError(code, say('folder.no-permission', { folder }), { cause: thrown });
  }
}

async function readMarker(file: string): Promise<Standing> {
  const stats = await fs.lstat(file);
  if (!stats.isFile() || stats.size > LARGEST) return refused('bad-data', say('workspace.damaged', { file }));
  const text = await fs.readFile(file, 'utf8');
  const madeBy = madeBySchema.safeParse(jsonOrNull(text)).data?.madeBy ?? '?';
  const kept = parseKept(text, {
    schema: markerSchema,
    version: FORMAT_VERSION,
    what: file,
    damaged: () => say('workspace.damaged', { file }),
    newer: say('workspace.newer', { folder: path.dirname(file), version: madeBy }),
  });
  return kept.state === 'fine' ? { kind: 'workspace', marker: kept.content } : { kind: 'refused', error: kept.error };
}

export interface OpenOptions {
  /** Who may read the workspace from now on; where absent, its marker decides. */
  readonly access?: Access | undefined;
  /** Called before a change to the workspace that its owner should know about. */
  readonly onNotice?: ((notice: Sentence) => void) | undefined;
}

/**
 * Makes sure that a folder is a workspace before anything in it is touched, and that no other user can read it (only its group, if that was asked
 * for).
 * @throws ShelfwiseError `usage` if it belongs to something else or to a version before 1.0, `newer-version`, or `bad-data` if its marker is damaged; nothing was changed
 */
export async function claimWorkspace(folder: string, isOwn: boolean, options: OpenOptions = {}): Promise<void> {
  await makeFolder(folder);
  const standing = await standingOf(folder, isOwn);
  if (standing.kind === 'refused') throw standing.error;
  const marker = standing.kind === 'workspace' ? standing.marker : null;
  const access = options.access ?? marker?.access ?? 'private';
  // An empty folder had nothing to read, so closing it needs no notice.
  const notice = standing.kind === 'new' ? () => undefined : () => options.onNotice?.(closing(folder, access));
  await settleAccess(folder, isPartOfWorkspace, access, notice);
  if (marker !== null && access === (marker.access ?? 'private')) return;
  await writeMarker(folder, { ...marker, access });
}

const isPartOfWorkspace = (name: string): boolean =>
  isFolderName(name) || FILES.has(name) || name === MARKER || TEMPORARY_NAME.test(name);

const closing = (folder: string, access: Access): Sentence =>
  say(access === 'shared' ? 'workspace.closed-to-others' : 'workspace.closed', { folder });

/** Two programs may do so at once: both write the same, and the last rename wins. */
function writeMarker(folder: string, marker: Partial<Marker>): Promise<void> {
  return writeJson(path.join(folder, MARKER), {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    madeBy: version,
    ...marker,
  });
}
