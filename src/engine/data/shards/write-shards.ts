/**
 * Sorts the events that a recipe selects on disk. Reads them once, in order, and appends each to the file of its shard; then sorts each shard by
 * itself. Holds one shard and some bytes per profile.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Recipe } from '../../../shared/recipe/table';
import { SHARD_BYTES } from '../../../shared/limits';
import { type FileWriter, openWriter, writeJson } from '../../storage/files';
import { nothingSelected } from '../nothing-selected';
import { type SelectedEvents, withSelectedEvents } from '../selected-events';
import type { Snapshot } from '../snapshot-tables';
import {
  ENTRY,
  expectedOf,
  headerFile,
  ORDER,
  shardFile,
  type ShardsHeader,
  STARTS,
  timesFile,
  TITLES,
} from './header';

/** Events collected before they are written; and the most events between two checks of that number. */
const COLLECTED = 1 << 14;
const CHUNK_MOST = 1 << 12;

/** Numbers per spilled event: profile, title, number of the event, weight. */
const SPILLED = 4;

/** @param shardBytes the largest size of a shard; a profile that needs more gets its own */
export async function writeShards(
  snapshot: Snapshot,
  recipe: Recipe,
  folder: string,
  shardBytes: number = SHARD_BYTES,
): Promise<void> {
  await withSelectedEvents(snapshot, recipe, async (events) => {
    if (events.rows === 0) throw nothingSelected();
    const shards = shardsOf(await events.ofProfiles(), shardBytes);
    const spilled = await spill(events, snapshot, shards, folder);
    if (spilled.events === 0) throw nothingSelected();
    const hashes = { ...spilled.sha256 };
    for (const shard of shards.keys())
      hashes[shardFile(shard)] = await sortShard(folder, shard, {
        starts: spilled.starts,
        from: shards[shard]!,
        to: shards[shard + 1] ?? snapshot.dataset.profiles,
        isWeighed: spilled.isWeighed,
      });
    const header: ShardsHeader = {
      ...expectedOf(snapshot, recipe),
      formatVersion: 1,
      events: spilled.events,
      times: timesOf(events),
      isWeighed: spilled.isWeighed,
      shards,
      sha256: hashes,
    };
    await writeJson(headerFile(folder), header);
  });
}

const timesOf = ({ hasTimes, hasWholeTimes }: SelectedEvents): ShardsHeader['times'] =>
  !hasTimes ? null : hasWholeTimes ? 'int32' : 'float64';

/** The first profile of each shard. */
function shardsOf(counts: Int32Array, shardBytes: number): number[] {
  const most = Math.max(1, Math.floor(shardBytes / (ENTRY.weighed * Int32Array.BYTES_PER_ELEMENT)));
  const first = [0];
  let entries = 0;
  counts.forEach((count, profile) => {
    if (entries > 0 && entries + count > most) {
      first.push(profile);
      entries = 0;
    }
    entries += count;
  });
  return first;
}

interface Spilled {
  readonly events: number;
  readonly isWeighed: boolean;
  readonly starts: Int32Array;
  readonly sha256: Readonly<Record<string, string>>;
}

const spillFile = (folder: string, shard: number): string => path.join(folder, `spill-${shard}`);

/** Writes the files in the order of time, and the entries of each shard as they come. */
async function spill(
  events: SelectedEvents,
  { dataset }: Snapshot,
  shards: readonly number[],
  folder: string,
): Promise<Spilled> {
  const shardOf = new Uint16Array(dataset.profiles);
  for (const [shard, from] of shards.entries()) shardOf.fill(shard, from);
  const starts = new Int32Array(dataset.profiles + 1);
  const isUsed = new Uint8Array(dataset.items);
  let isWeighed = false;
  let number = 0;
  const kind = timesOf(events);
  const order = new Collected(await hashedWriter(path.join(folder, ORDER)), new Int32Array(COLLECTED));
  const times =
    kind === null
      ? null
      : new Collected(
          await hashedWriter(path.join(folder, timesFile(kind))),
          kind === 'int32' ? new Int32Array(COLLECTED) : new Float64Array(COLLECTED),
        );
  const spills: Collected[] = [];
  try {
    for (const shard of shards.keys())
      spills.push(new Collected(await openWriter(spillFile(folder, shard)), new Int32Array(SPILLED * COLLECTED)));
    const all = [order, ...(times === null ? [] : [times]), ...spills];
    const weight = new Float32Array(1);
    const weightBits = new Int32Array(weight.buffer);
    await events.each(
      (profile, item, time, counts) => {
        order.add(item);
        times?.add(time);
        weight[0] = counts;
        if (counts !== 1) isWeighed = true;
        const spilled = spills[shardOf[profile]!]!;
        spilled.add(profile);
        spilled.add(item);
        spilled.add(number++);
        spilled.add(weightBits[0]!);
        starts[profile + 1]!++;
        isUsed[item] = 1;
      },
      async () => {
        for (const one of all) if (one.isNearlyFull) await one.flush();
      },
    );
    for (const one of all) await one.flush();
  } finally {
    for (const one of [order, times, ...spills]) await one?.close();
  }
  for (let profile = 0; profile < dataset.profiles; profile++) starts[profile + 1]! += starts[profile]!;
  const titles = Int32Array.from(isUsed.keys()).filter((item) => isUsed[item] === 1);
  return {
    events: number,
    isWeighed,
    starts,
    sha256: {
      [ORDER]: order.sha256!,
      ...(times !== null && { [timesFile(kind!)]: times.sha256! }),
      [STARTS]: await writeNumbers(path.join(folder, STARTS), starts),
      [TITLES]: await writeNumbers(path.join(folder, TITLES), titles),
    },
  };
}

interface SortedShard {
  readonly starts: Int32Array;
  /** Profiles `from` up to but excluding `to`. */
  readonly from: number;
  readonly to: number;
  readonly isWeighed: boolean;
}

/** @returns the SHA-256 of the sorted shard */
async function sortShard(folder: string, shard: number, { starts, from, to, isWeighed }: SortedShard): Promise<string> {
  const bytes = await fs.readFile(spillFile(folder, shard));
  await fs.rm(spillFile(folder, shard));
  const spilled = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
  const first = starts[from]!;
  const cursor = starts.slice(from, to);
  // Index of each entry of the shard in the spilled numbers: by profile, in the order of time.
  const places = new Int32Array(starts[to]! - first);
  for (let at = 0; at < spilled.length; at += SPILLED) places[cursor[spilled[at]! - from]!++ - first] = at;
  const width = isWeighed ? ENTRY.weighed : ENTRY.plain;
  const entries = new Int32Array(places.length * width);
  let length = 0;
  for (let profile = from; profile < to; profile++) {
    const own = places.subarray(starts[profile]! - first, starts[profile + 1]! - first);
    // Sorts by title, then time: one number holds both, so that a numeric sort is enough.
    const keys = new Float64Array(own.length);
    for (let place = 0; place < own.length; place++) keys[place] = spilled[own[place]! + 1]! * own.length + place;
    for (const key of keys.sort()) {
      const at = own[key % own.length]!;
      for (let column = 1; column <= width; column++) entries[length++] = spilled[at + column]!;
    }
  }
  return writeNumbers(path.join(folder, shardFile(shard)), entries);
}

/** Buffers numbers, and writes them in blocks. */
class Collected {
  #length = 0;

  constructor(
    private readonly writer: FileWriter & { readonly sha256?: string },
    private readonly numbers: Int32Array | Float64Array,
  ) {}

  add(number: number): void {
    if (this.#length === this.numbers.length) throw new Error('More events came at once than there is room for.');
    this.numbers[this.#length++] = number;
  }

  get isNearlyFull(): boolean {
    return this.#length > this.numbers.length * (1 - CHUNK_MOST / COLLECTED);
  }

  async flush(): Promise<void> {
    await this.writer.write(bytesOf(this.numbers.subarray(0, this.#length)));
    this.#length = 0;
  }

  close(): Promise<void> {
    return this.writer.close();
  }

  /** Available once closed. */
  get sha256(): string | undefined {
    return this.writer.sha256;
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

async function hashedWriter(target: string): Promise<FileWriter & { readonly sha256?: string }> {
  const writer = await openWriter(target);
  const hash = createHash('sha256');
  let sha256: string | undefined;
  return {
    async write(bytes) {
      hash.update(bytes);
      await writer.write(bytes);
    },
    async close() {
      sha256 ??= hash.digest('hex');
      await writer.close();
    },
    get sha256() {
      return sha256;
    },
  } as FileWriter & { readonly sha256?: string };
}

/** @returns the SHA-256 of the numbers */
async function writeNumbers(target: string, numbers: Int32Array): Promise<string> {
  const writer = await hashedWriter(target);
  try {
    await writer.write(bytesOf(numbers));
  } finally {
    await writer.close();
  }
  return writer.sha256!;
}
