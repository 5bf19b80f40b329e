/**
 * Describes a folder of shards: the events that a recipe selects from a snapshot, sorted by profile, title and time, so that the history of a
 * profile is one read at its offset. Shards are made from the Parquet files beside them and may be deleted: docs/data-format.md.
 */
import * as path from 'node:path';
import * as z from 'zod';
import type { Recipe } from '../../../shared/recipe/table';
import { say } from '../../../shared/words/sentence';
import { type Kept, readKept } from '../../storage/kept-file';
import { sha256 } from '../../storage/read-files';
import type { Snapshot } from '../snapshot-tables';

/** Another format gets another number and so another folder name: no version reads or replaces another's shards. */
const FORMAT_VERSION = 1;

/** Numbers per entry: the title as the snapshot numbers it, the number of the event and, unless all weigh 1, the weight. */
export const ENTRY = { plain: 2, weighed: 3 } as const;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const headerSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  fingerprint: sha256Schema,
  selection: z.record(z.string(), z.number()),
  profiles: z.int().nonnegative(),
  items: z.int().nonnegative(),
  events: z.int().nonnegative(),
  /** Type of the numbers in `times`; null if the data has no times. */
  times: z.enum(['int32', 'float64']).nullable(),
  isWeighed: z.boolean(),
  /** The first profile of each shard. */
  shards: z.array(z.int().nonnegative()),
  /** By file name. */
  sha256: z.record(z.string(), sha256Schema),
});
export type ShardsHeader = z.infer<typeof headerSchema>;

/** Offsets of the profiles among all entries; numbers of the titles that have an event. */
export const STARTS = 'profiles.i32';
export const TITLES = 'titles.i32';
/** For each event, in the order of time: its title, and its time. */
export const ORDER = 'order.i32';
export const timesFile = (times: NonNullable<ShardsHeader['times']>): string =>
  times === 'int32' ? 'times.i32' : 'times.f64';
/** Entries of some profiles. */
export const shardFile = (shard: number): string => `shard-${String(shard).padStart(4, '0')}.i32`;

/** All files that a header names. */
export const filesOf = ({ times, shards }: Pick<ShardsHeader, 'times' | 'shards'>): string[] => [
  STARTS,
  TITLES,
  ORDER,
  ...(times === null ? [] : [timesFile(times)]),
  ...shards.map((_, shard) => shardFile(shard)),
];

/** The settings that decide which events are selected, and what each weighs. */
const selectionOf = (recipe: Recipe): ShardsHeader['selection'] => ({
  history: recipe['data.history'],
  completion: recipe['data.completion'],
  purchase: recipe['data.purchase'],
  search: recipe['data.search'],
  trailers: recipe['data.trailers'],
});

/** The header fields for the events that a recipe selects from a snapshot. */
export const expectedOf = ({ dataset }: Snapshot, recipe: Recipe) => ({
  formatVersion: FORMAT_VERSION,
  fingerprint: dataset.fingerprint,
  selection: selectionOf(recipe),
  profiles: dataset.profiles,
  items: dataset.items,
});

/** Name of the shards' folder in the folder of a data set. */
export const SHARDS = 'shards';
export const shardsFolder = ({ folder }: Snapshot): string => path.join(folder, SHARDS);

export const shardsName = (recipe: Recipe): string =>
  `v${FORMAT_VERSION}-${sha256(JSON.stringify(selectionOf(recipe))).slice(0, 16)}`;

/** Name of a folder of this version's shards. */
export const SHARDS_NAME = new RegExp(`^v${FORMAT_VERSION}-[0-9a-f]{16}$`);

export const headerFile = (folder: string): string => path.join(folder, 'header.json');

export const readHeader = (folder: string): Promise<Kept<ShardsHeader>> =>
  readKept(headerFile(folder), {
    schema: headerSchema,
    version: FORMAT_VERSION,
    what: 'header.json',
    damaged: () => say('shards.made-again'),
  });
