/** Profiles or titles of a run as points in two dimensions: those that are alike lie near each other. */
import * as z from 'zod';
import { MAP_SUBJECTS, mapParentSchema, type MapSubject } from '../../../shared/contract/make-map';

const mapRequest = { runId: z.string(), of: z.enum(MAP_SUBJECTS) };
export const mapRequestSchema = z.strictObject(mapRequest);

/** More frequent among the points of a cluster than among all: `lift` times as much. */
const typicalGroupSchema = z.object({
  value: z.string(),
  /** Share of what the cluster watched; of a map of titles, of its titles. */
  share: z.number(),
  lift: z.number(),
});
const typicalTitleSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  /** Share of the profiles of the cluster that watched it; of a map of titles, of all profiles. */
  share: z.number(),
  /** Null in a map of titles, where it is one of the most watched of the cluster. */
  lift: z.number().nullable(),
});

export const mapClusterSchema = z.object({
  /** Points in it. */
  size: z.int(),
  /** Mean place. */
  x: z.number(),
  y: z.number(),
  /** What names it: groups of titles, such as genres, that it watches more than others beyond chance; at most 3, the clearest first. */
  groups: z.array(typicalGroupSchema),
  /** The same of single titles; at most 3. */
  titles: z.array(typicalTitleSchema),
});
export type MapCluster = z.infer<typeof mapClusterSchema>;

/** Where a latent direction leads on the map. */
export const mapDirectionSchema = z.object({
  /** Number of the direction, as `tuning.directions` counts. */
  direction: z.int(),
  /** Share of the variance of the codes. */
  share: z.number(),
  /** The group of titles, such as a genre, whose scores it raises most, and the one whose it lowers most. */
  raises: z.string(),
  lowers: z.string(),
  /** An arrow from the middle towards what it raises, as long as the map and the position along the direction correlate: at most 1. */
  x: z.number(),
  y: z.number(),
});
export type MapDirection = z.infer<typeof mapDirectionSchema>;

/** Beside each other, one entry a point: 100,000 points have to pass. */
export const runMapSchema = z.object({
  runId: z.string(),
  of: z.enum(MAP_SUBJECTS),
  /** none: `map.make` makes the layout. computing: it is being made by this program. ready: it is kept with the run, and this is it. */
  state: z.enum(['none', 'computing', 'ready']),
  /** Until the layout is there, the two directions in which the points vary most (PCA). */
  method: z.enum(['layout', 'pca']),
  /** What makes points alike: latent codes, or for a model without them who watched the same. */
  basis: z.enum(['codes', 'histories']),
  /** SHA-256 of the file that keeps the map; null where it is not kept. */
  sha256: z.string().nullable(),
  parent: mapParentSchema.nullable(),
  /** Points, and how many of them were laid out themselves; the others lie beside those that they are most like. */
  total: z.int(),
  placed: z.int(),
  /** Profiles or titles in the order of the run's vocabulary. */
  ids: z.array(z.string()),
  /** Names of titles; null in a map of profiles. */
  titles: z.array(z.string().nullable()).nullable(),
  /** About -1 to 1, y upwards. */
  x: z.array(z.number()),
  y: z.array(z.number()),
  /** Where the parent's map had them, on the same scale; null entries for points that it did not have, null without a parent. */
  from: z.object({ x: z.array(z.number().nullable()), y: z.array(z.number().nullable()) }).nullable(),
  /** Index into `clusters` of each point. */
  cluster: z.array(z.int()),
  /** The largest first. */
  clusters: z.array(mapClusterSchema),
  /** Those that the map shows clearly, the one of the largest share first; empty for models without latent codes and titles without groups. */
  directions: z.array(mapDirectionSchema),
  /** What points can be coloured by beside MAP_COLOURS. */
  attributes: z.array(z.object({ name: z.string(), kind: z.enum(['categorical', 'numeric', 'set']) })),
});
export type RunMap = z.infer<typeof runMapSchema>;

/** A map in a file of the user's. */
export const saveMapSchema = z.strictObject({
  ...mapRequest,
  /** Ends in .csv (one line a point) or .json (all of the map). */
  out: z.string(),
  /** Of a table: the exact texts, though a spreadsheet may take some for formulas. */
  raw: z.boolean().optional(),
});

export const savedMapSchema = z.object({
  ...mapRequest,
  points: z.int(),
  placed: z.int(),
  clusters: z.int(),
  parent: mapParentSchema.nullable(),
  /** Of the map that is kept with the run. */
  mapSha256: z.string(),
  path: z.string(),
  /** Of the file at `path`; the same map gives the same bytes. */
  sha256: z.string(),
});
export type SavedMap = z.infer<typeof savedMapSchema>;

/**
 * What points of either map can be coloured by beside attributes. Of profiles, popularity is how many titles they watched; of titles, how many
 * profiles watched them, and `recommended` in how many lists they are.
 */
export const MAP_COLOURS = {
  profiles: ['cluster', 'score', 'recall', 'stability', 'popularity'],
  titles: ['cluster', 'popularity', 'recommended'],
} as const satisfies Record<MapSubject, readonly string[]>;
export type MapColour = (typeof MAP_COLOURS)[MapSubject][number];

export const mapColourRequestSchema = z.strictObject({
  ...mapRequest,
  by: z.union([
    z.enum(['cluster', 'score', 'recall', 'stability', 'popularity', 'recommended']),
    z.strictObject({ attribute: z.string() }),
  ]),
});

/** One entry a point, in the order of the map. */
export const mapColoursSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('numbers'),
    /** Null where it is not known: a profile outside the test part, a list whose stability was not measured. */
    values: z.array(z.number().nullable()),
    /** Of the known ones; null where there are none. */
    range: z.object({ low: z.number(), high: z.number() }).nullable(),
  }),
  z.object({
    kind: z.literal('groups'),
    /** The most frequent first, at most MOST_MAP_GROUPS. Of a set of values, a point is in the group of its most frequent one. */
    groups: z.array(z.object({ value: z.string(), points: z.int() })),
    /** Index into `groups`; groups.length for all others, -1 where the value is missing. */
    codes: z.array(z.int()),
  }),
]);
export type MapColours = z.infer<typeof mapColoursSchema>;
