/** Opens the shards of a selection: makes missing ones, remakes damaged ones, and checks them before reading. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Recipe } from '../../../shared/recipe/table';
import { ShelfwiseError } from '../../../shared/errors';
import { SHARD_BYTES } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { entriesOf } from '../../storage/disk';
import { makeFolder, makeFolderNamedBy, removeFolder } from '../../storage/files';
import { hashPlainFile } from '../../storage/plain-file';
import { type ClaimSeen, type Held, releaseClaim, removeAbandoned, takeClaim } from '../../storage/claim';
import { TEMPORARY_NAME, writerOf } from '../../storage/temporary';
import type { Snapshot } from '../snapshot-tables';
import { Entries, LazyFile } from './entries';
import {
  ENTRY,
  expectedOf,
  filesOf,
  ORDER,
  readHeader,
  shardFile,
  type ShardsHeader,
  shardsFolder,
  shardsName,
  STARTS,
  timesFile,
  TITLES,
} from './header';
import { isReadElsewhere, markInUse, noteUse, removeUnused, unmark } from './in-use';
import { writeShards } from './write-shards';

/** Open shards. Titles are those of the run: the ones with an event. */
export interface OpenShards {
  readonly events: number;
  /** Number of titles of the run. */
  readonly columns: number;
  /** Each of these titles' number in the snapshot. */
  readonly titles: Int32Array;
  /** Each snapshot title's number in the run; 0 if it has none. */
  readonly columnOf: Int32Array;
  readonly isWeighed: boolean;
  /** Where the entries of each profile begin, and where all end. */
  readonly starts: Int32Array;
  readonly entries: Entries;
  /** Times of events by their numbers; null if the data has no times. */
  readonly times: ((from: number, to: number) => Int32Array | Float64Array) | null;
  /** Visits all events before a number, the last one first. */
  backwards(end: number, visit: (number: number, item: number, time: number | null) => void): void;
}

/** Events read at a time. */
const PIECE = 1 << 18;

/**
 * Opens the shards, making them if needed. Several programs may do so at once: the first makes them, and shards in use are never removed.
 * @param shardBytes the largest size of a new shard
 * @returns the shards, and whether damaged ones were replaced
 * @throws ShelfwiseError `bad-data` that says to start again if the shards disappear meanwhile, `no-space`
 */
export async function openShards(
  snapshot: Snapshot,
  recipe: Recipe,
  shardBytes: number = SHARD_BYTES,
): Promise<{ shards: OpenShards; wereDamaged: boolean }> {
  const parent = shardsFolder(snapshot);
  const folder = path.join(parent, shardsName(recipe));
  await makeFolder(parent);
  await markInUse(folder);
  try {
    const found = await openFolder(folder, snapshot, recipe);
    const shards = isWhole(found) ? found : await makeOnce(snapshot, recipe, folder, shardBytes);
    await noteUse(folder);
    if (!isWhole(found)) await removeUnused(folder);
    return { shards, wereDamaged: found === 'damaged' };
  } catch (thrown) {
    unmark(folder);
    throw thrown;
  }
}

const isWhole = (found: Awaited<ReturnType<typeof openFolder>>): found is OpenShards =>
  found !== 'absent' && found !== 'damaged';

/** Milliseconds between two checks whether another program has made the shards. */
const LOOK = 200;

/** One program makes them; the others wait for it, and make them if it dies. */
async function makeOnce(snapshot: Snapshot, recipe: Recipe, folder: string, shardBytes: number): Promise<OpenShards> {
  const file = `${folder}.claim`;
  let claim = await takeClaim(file, folder);
  for (let seen: ClaimSeen | null = null; claim === null; claim = await takeClaim(file, folder)) {
    seen = await removeAbandoned(file, seen);
    if (seen !== null) await sleep(LOOK);
  }
  try {
    const found = await openFolder(folder, snapshot, recipe);
    return isWhole(found) ? found : await makeShards(snapshot, recipe, { folder, claim }, shardBytes);
  } finally {
    await releaseClaim(claim);
  }
}

async function makeShards(
  snapshot: Snapshot,
  recipe: Recipe,
  { folder, claim }: { folder: string; claim: Held },
  shardBytes: number,
): Promise<OpenShards> {
  const parent = path.dirname(folder);
  await removeLeftovers(parent);
  // A program that opened the shards before they were damaged reads on until new ones replace them.
  const isRead = await isReadElsewhere(folder);
  if (!isRead) await removeFolder(folder);
  await makeFolderNamedBy(parent, async (temporary) => {
    await writeShards(snapshot, recipe, temporary, shardBytes);
    // After a stall, this program must not remove what another made meanwhile.
    await claim.assertOurs();
    if (isRead) await removeFolder(folder);
    return { name: path.basename(folder), result: undefined };
  });
  const made = await openFolder(folder, snapshot, recipe);
  if (!isWhole(made)) throw new ShelfwiseError('bad-data', say('shards.unreadable', { file: folder }));
  return made;
}

/** Removes what killed programs of this computer left half written. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const { name } of await entriesOf(parent))
    if (TEMPORARY_NAME.test(name) && writerOf(name) === 'gone') await removeFolder(path.join(parent, name));
}

async function openFolder(
  folder: string,
  snapshot: Snapshot,
  recipe: Recipe,
): Promise<OpenShards | 'absent' | 'damaged'> {
  const kept = await readHeader(folder);
  if (kept.state === 'absent') return (await entriesOf(folder)).length === 0 ? 'absent' : 'damaged';
  if (kept.state !== 'fine') return 'damaged';
  const header = kept.content;
  const { formatVersion, fingerprint, selection, profiles, items } = header;
  const isOurs = isDeepStrictEqual(
    { formatVersion, fingerprint, selection, profiles, items },
    expectedOf(snapshot, recipe),
  );
  if (!isOurs) return 'damaged';
  for (const file of filesOf(header))
    if ((await hashPlainFile(path.join(folder, file)).catch(() => null)) !== header.sha256[file]) return 'damaged';
  const starts = await readNumbers(path.join(folder, STARTS));
  const titles = await readNumbers(path.join(folder, TITLES));
  return fits(header, starts, titles) ? opened(folder, header, starts, titles) : 'damaged';
}

async function readNumbers(file: string): Promise<Int32Array> {
  const { buffer, byteOffset, byteLength } = await fs.readFile(file);
  return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** Whether the parts agree: later reads trust the positions they contain. */
function fits({ profiles, items, events, shards }: ShardsHeader, starts: Int32Array, titles: Int32Array): boolean {
  const isAscending = (numbers: ArrayLike<number>, most: number, step: number): boolean => {
    for (let place = 0; place < numbers.length; place++)
      if (numbers[place]! > most || (place > 0 && numbers[place]! < numbers[place - 1]! + step)) return false;
    return true;
  };
  return (
    starts.length === profiles + 1 &&
    starts[0] === 0 &&
    starts[profiles] === events &&
    isAscending(starts, events, 0) &&
    titles.length > 0 &&
    titles[0]! >= 0 &&
    isAscending(titles, items - 1, 1) &&
    shards[0] === 0 &&
    isAscending(shards, Math.max(0, profiles - 1), 1)
  );
}

function opened(folder: string, header: ShardsHeader, starts: Int32Array, titles: Int32Array): OpenShards {
  const columnOf = new Int32Array(header.items);
  titles.forEach((title, column) => (columnOf[title] = column));
  const shards = header.shards.map((from, shard) => ({ file: path.join(folder, shardFile(shard)), from }));
  const order = new LazyFile(path.join(folder, ORDER));
  const itemsOf = (from: number, to: number): Int32Array => readPart(order, new Int32Array(to - from), from);
  const times = header.times === null ? null : timesOf(folder, header.times);
  return {
    events: header.events,
    columns: titles.length,
    titles,
    columnOf,
    isWeighed: header.isWeighed,
    starts,
    entries: new Entries(shards, starts, header.isWeighed ? ENTRY.weighed : ENTRY.plain),
    times,
    backwards(end, visit) {
      for (let to = end; to > 0; to -= PIECE) {
        const from = Math.max(0, to - PIECE);
        const [items, at] = [itemsOf(from, to), times?.(from, to) ?? null];
        for (let number = to - 1; number >= from; number--)
          visit(number, columnOf[items[number - from]!]!, at === null ? null : at[number - from]!);
      }
    },
  };
}

function timesOf(
  folder: string,
  kind: NonNullable<ShardsHeader['times']>,
): (from: number, to: number) => Int32Array | Float64Array {
  const file = new LazyFile(path.join(folder, timesFile(kind)));
  return (from, to) => readPart(file, kind === 'int32' ? new Int32Array(to - from) : new Float64Array(to - from), from);
}

function readPart<Part extends Int32Array | Float64Array>(file: LazyFile, into: Part, from: number): Part {
  file.read(into, from * into.BYTES_PER_ELEMENT);
  return into;
}
