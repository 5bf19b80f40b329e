/**
 * map-profiles.safetensors and map-titles.safetensors: the positions of a run's points on its map. A map follows from the run and may be made again,
 * so the record does not seal it; the map of profiles contains data about them, so forgetting one removes it.
 *
 * `places`: float32, points x 2, in the order of the vocabulary; `cluster`: int32, numbered from 0 by size; `placed`: int32, 1 for a point that was
 * laid out itself; if it started from another run's map, `known`: int32, the points that the other one had, ascending, and `from`: float32, known x
 * 2, their positions. The rest is in the metadata, latent directions as JSON: finding them again would take the codes of all profiles. Contains no
 * time and no ID but those of runs, so that the same map has the same bytes.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { type MapDirection, mapDirectionSchema, type RunMap } from '../contract/map';
import type { MapSubject } from '../contract/make-map';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { LONGEST_ATTRIBUTE_VALUE, MOST_DIRECTIONS } from '../../../shared/limits';
import { MOST_MAP_CLUSTERS, MOST_MAP_DIRECTIONS } from '../contract/limits';
import { say } from '../../../shared/words/sentence';
import { checkTensors, isWithin, type TensorDeclaration } from '../../../engine/model/declaration';
import type { NamedTensors } from '../../../engine/model/recommender';
import { decodeSafetensors, encodeSafetensors } from '../../../engine/model/safetensors';
import { floatsOf, integersOf } from '../../../engine/model/values-of';
import { removeFile, writeFile } from '../../../engine/storage/files';
import type { KeptInRun } from '../../../engine/runs/kept-in-run';
import type { Vocabulary } from '../../../engine/runs/vocabulary';
import { RUN_NAME } from '../../../engine/storage/names';
import { readPlainFileIfThere } from '../../../engine/storage/plain-file';
import { jsonOrNull, sha256 } from '../../../engine/storage/read-files';

export const MAP_FILES: Record<MapSubject, string> = {
  profiles: 'map-profiles.safetensors',
  titles: 'map-titles.safetensors',
};

const VERSION = 1;
/** Largest coordinate: maps extend about 1 from the middle to the edge. */
const FARTHEST = 100;

export interface KeptMap {
  readonly basis: RunMap['basis'];
  /** Hash of the model that made it. */
  readonly weightsSha256: string;
  readonly parent: { readonly runId: string; readonly sha256: string } | null;
  /** x and y alternately. */
  readonly places: Float32Array;
  readonly cluster: Int32Array;
  /** 1 for a point that was laid out itself, else 0. */
  readonly placed: Int32Array;
  readonly directions: readonly MapDirection[];
  /** The parent's map; null without one. */
  readonly earlier: { readonly known: Int32Array; readonly from: Float32Array } | null;
}

const share = z.number().min(0).max(1);
const side = z.number().min(-1).max(1);
const group = z.string().max(LONGEST_ATTRIBUTE_VALUE);
const directionsSchema = z
  .array(
    mapDirectionSchema.extend({
      direction: z
        .int()
        .min(0)
        .max(MOST_DIRECTIONS - 1),
      share,
      raises: group,
      lowers: group,
      x: side,
      y: side,
    }),
  )
  .max(MOST_MAP_DIRECTIONS);

const metadataSchema = z.strictObject({
  formatVersion: z.literal(String(VERSION)),
  of: z.enum(['profiles', 'titles']),
  basis: z.enum(['codes', 'histories']),
  weightsSha256: z.string().regex(/^[0-9a-f]{64}$/),
  directions: z.string().transform(jsonOrNull).pipe(directionsSchema),
  parentRun: z.string().regex(RUN_NAME).optional(),
  parentSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** The bytes of the file, and their SHA-256: at most 28 bytes per point, 470 MB for as many profiles as a data set may have (MOST_IDS). */
export function encodeMap(of: MapSubject, map: KeptMap): { bytes: Uint8Array; sha256: string } {
  const points = map.cluster.length;
  const tensors: NamedTensors = {
    places: { shape: [points, 2], values: map.places },
    cluster: { shape: [points], values: map.cluster },
    placed: { shape: [points], values: map.placed },
    ...(map.earlier && {
      known: { shape: [map.earlier.known.length], values: map.earlier.known },
      from: { shape: [map.earlier.known.length, 2], values: map.earlier.from },
    }),
  };
  const metadata = {
    formatVersion: String(VERSION),
    of,
    basis: map.basis,
    weightsSha256: map.weightsSha256,
    directions: JSON.stringify(map.directions),
    ...(map.parent && { parentRun: map.parent.runId, parentSha256: map.parent.sha256 }),
  };
  const bytes = encodeSafetensors(tensors, metadata);
  return { bytes, sha256: sha256(bytes) };
}

const fileOf = (folder: string, of: MapSubject): string => path.join(folder, MAP_FILES[of]);

export async function writeMap(folder: string, of: MapSubject, bytes: Uint8Array): Promise<void> {
  await writeFile(fileOf(folder, of), bytes);
}

export async function removeMap(folder: string, of: MapSubject): Promise<void> {
  await removeFile(fileOf(folder, of));
}

/**
 * @param run whose model made it, and its number of points
 * @returns null if there is none, or the file is damaged or of another model: then it has to be made again
 * @throws ShelfwiseError `newer-version`
 */
export async function readMap(
  folder: string,
  of: MapSubject,
  run: { record: Pick<RunRecord, 'weightsSha256'>; points: number },
): Promise<(KeptMap & { sha256: string }) | null> {
  const bytes = await readPlainFileIfThere(fileOf(folder, of));
  if (bytes === null) return null;
  const map = orNull(() => decodeMap(bytes, of, run.points));
  return map === null || map.weightsSha256 !== run.record.weightsSha256 ? null : { ...map, sha256: sha256(bytes) };
}

/** A file that is no map counts as missing; one of a newer version must not be replaced. */
function orNull<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'newer-version') throw thrown;
    return null;
  }
}

/** @throws ShelfwiseError `bad-data` if the bytes are not a map of so many points, `newer-version` */
export function decodeMap(bytes: Uint8Array, of: MapSubject, points: number): KeptMap {
  const { tensors, metadata } = decodeSafetensors(bytes);
  const file = MAP_FILES[of];
  if (Number(metadata['formatVersion']) > VERSION)
    throw new ShelfwiseError('newer-version', say('version.newer', { file }));
  const refuse = (): never => {
    throw new ShelfwiseError('bad-data', say('run.part-damaged', { part: file }));
  };
  const told = metadataSchema.safeParse(metadata).data ?? refuse();
  const hasEarlier = Object.hasOwn(tensors, 'known');
  checkTensors([...declared(points), ...(hasEarlier ? declaredEarlier(points) : [])], tensors);
  const floats = (name: string): Float32Array => floatsOf(tensors, name);
  const integers = (name: string): Int32Array => integersOf(tensors, name);
  const { parentRun: runId, parentSha256: sha } = told;
  const parent = runId === undefined || sha === undefined ? null : { runId, sha256: sha };
  const places = [floats('places'), ...(hasEarlier ? [floats('from')] : [])];
  if (
    told.of !== of ||
    hasEarlier !== (parent !== null) ||
    !places.every((values) => isWithin(values, -FARTHEST, FARTHEST)) ||
    !areNumberedBySize(integers('cluster'))
  )
    refuse();
  return {
    basis: told.basis,
    weightsSha256: told.weightsSha256,
    parent,
    places: floats('places'),
    cluster: integers('cluster'),
    placed: integers('placed'),
    directions: told.directions,
    earlier: hasEarlier ? { known: integers('known'), from: floats('from') } : null,
  };
}

const declared = (points: number): TensorDeclaration[] => [
  { name: 'places', type: 'F32', shape: [points, 2] },
  { name: 'cluster', type: 'I32', shape: [points], values: { kind: 'indices', below: MOST_MAP_CLUSTERS } },
  { name: 'placed', type: 'I32', shape: [points], values: { kind: 'indices', below: 2 } },
];
const declaredEarlier = (points: number): TensorDeclaration[] => [
  { name: 'known', type: 'I32', shape: ['known'], values: { kind: 'rising', below: points } },
  { name: 'from', type: 'F32', shape: ['known', 2] },
];

/** No number is left out, and no cluster has more points than the one before it. */
function areNumberedBySize(cluster: Int32Array): boolean {
  const sizes = new Int32Array(MOST_MAP_CLUSTERS);
  for (const own of cluster) sizes[own]!++;
  return cluster.every((own) => own === 0 || sizes[own - 1]! >= sizes[own]!);
}

const pointsOf = (of: MapSubject, { profiles, items }: Vocabulary): number =>
  (of === 'titles' ? items : (profiles ?? [])).length;

export const MAPS_IN_RUN = (['profiles', 'titles'] as const).map((of): KeptInRun => ({
  holds: 'map',
  name: MAP_FILES[of],
  tellsOf: of,
  inBundle: {
    isWhole: async (folder, record, vocabulary) =>
      (await readMap(folder, of, { record, points: pointsOf(of, vocabulary) })) !== null,
    check: (bytes, { weightsSha256 }, vocabulary) => {
      if (decodeMap(bytes, of, pointsOf(of, vocabulary)).weightsSha256 !== weightsSha256)
        throw new ShelfwiseError('bad-data', say('run.part-damaged', { part: MAP_FILES[of] }));
    },
  },
  strippedByForgetting: true,
}));
