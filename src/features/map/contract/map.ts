/** Profiles or titles of a run as points in two dimensions: similar ones lie near each other. */
import * as z from 'zod';
import { MAP_SUBJECTS, mapParentSchema, type MapSubject } from './make-map';

const mapRequest = { runId: z.string(), of: z.enum(MAP_SUBJECTS) };
export const mapRequestSchema = z.strictObject(mapRequest);

/** More frequent among the points of a cluster than among all, by the factor `lift`. */
const typicalGroupSchema = z.object({
  value: z.string(),
  /** Share of the cluster's viewings; in a map of titles, of its titles. */
  share: z.number(),
  lift: z.number(),
});
const typicalTitleSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  /** Share of the cluster's profiles that watched it; in a map of titles, of all profiles. */
  share: z.number(),
  /** Null in a map of titles, where it is one of the most watched of the cluster. */
  lift: z.number().nullable(),
});

export const mapClusterSchema = z.object({
  /** Number of its points; of profiles, those that watched something. */
  size: z.int(),
  /** Mean position. */
  x: z.number(),
  y: z.number(),
  /** Its names: groups of titles, such as genres, that it watches more than others beyond chance; at most 3, the clearest first. */
  groups: z.array(typicalGroupSchema),
  /** The same for single titles; at most 3. */
  titles: z.array(typicalTitleSchema),
  /** The same for values of the points' own attributes, such as an age; at most 3. */
  attributes: z.array(typicalGroupSchema.extend({ name: z.string() })),
});
export type MapCluster = z.infer<typeof mapClusterSchema>;

/** The course of a latent direction on the map. */
export const mapDirectionSchema = z.object({
  /** Number of the direction, as `tuning.directions` counts. */
  direction: z.int(),
  /** Share of the variance of the codes. */
  share: z.number(),
  /** The group of titles, such as a genre, whose scores it raises most, and the one whose scores it lowers most. */
  raises: z.string(),
  lowers: z.string(),
  /** An arrow from the middle towards what it raises; its length is the correlation of the map with the position along the direction, at most 1. */
  x: z.number(),
  y: z.number(),
});
export type MapDirection = z.infer<typeof mapDirectionSchema>;

/** Columns with one entry per point, as 100,000 points have to pass. */
export const runMapSchema = z.object({
  runId: z.string(),
  of: z.enum(MAP_SUBJECTS),
  /** none: `map.make` makes the layout. computing: this program is making it. ready: this is the layout, stored with the run. */
  state: z.enum(['none', 'computing', 'ready']),
  /** Until the layout exists, the two directions in which the points vary most (PCA). */
  method: z.enum(['layout', 'pca']),
  /** What similarity means: latent codes, or for a model without them shared viewings. */
  basis: z.enum(['codes', 'histories']),
  /** SHA-256 of the map's file; null if it is not stored. */
  sha256: z.string().nullable(),
  parent: mapParentSchema.nullable(),
  /** Number of points, and of those that were laid out themselves; the others lie beside the most similar ones. */
  total: z.int(),
  placed: z.int(),
  /** Profiles or titles in the order of the run's vocabulary. */
  ids: z.array(z.string()),
  /** Names of titles; null in a map of profiles. */
  titles: z.array(z.string().nullable()).nullable(),
  /** About -1 to 1, y upwards. */
  x: z.array(z.number()),
  y: z.array(z.number()),
  /** Positions in the parent's map, on the same scale; null entries for points that it did not have, null without a parent. */
  from: z.object({ x: z.array(z.number().nullable()), y: z.array(z.number().nullable()) }).nullable(),
  /** Each point's index into `clusters`. */
  cluster: z.array(z.int()),
  /** Largest first, by all their points. */
  clusters: z.array(mapClusterSchema),
  /** Profiles that watched nothing, ascending: they lie where their attributes put them, and no cluster counts them. Empty in a map of titles. */
  unwatched: z.array(z.int()),
  /** Directions that the map shows clearly, largest share first; empty for models without latent codes and titles without groups. */
  directions: z.array(mapDirectionSchema),
  /** What points can be coloured by, besides MAP_COLOURS. */
  attributes: z.array(z.object({ name: z.string(), kind: z.enum(['categorical', 'numeric', 'set']) })),
});
export type RunMap = z.infer<typeof runMapSchema>;

/** A map in a file of the user's. */
export const saveMapSchema = z.strictObject({
  ...mapRequest,
  /** Ends in .csv (one line per point) or .json (the whole map). */
  out: z.string(),
  /** For a table: the exact texts, though a spreadsheet may run some as formulas. */
  raw: z.boolean().optional(),
});

export const savedMapSchema = z.object({
  ...mapRequest,
  points: z.int(),
  placed: z.int(),
  clusters: z.int(),
  parent: mapParentSchema.nullable(),
  /** Hash of the map stored with the run. */
  mapSha256: z.string(),
  path: z.string(),
  /** Hash of the file at `path`; the same map gives the same bytes. */
  sha256: z.string(),
});
export type SavedMap = z.infer<typeof savedMapSchema>;

/**
 * What points of either map can be coloured by, besides attributes. For profiles, popularity is the number of titles they watched; for titles, the
 * number of profiles that watched them, and `recommended` is the number of lists with them.
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

/** One entry per point, in the order of the map. */
export const mapColoursSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('numbers'),
    /** Null if unknown: a profile outside the hold-out, a list whose stability was not measured. */
    values: z.array(z.number().nullable()),
    /** Range of the known values; null if there are none. */
    range: z.object({ low: z.number(), high: z.number() }).nullable(),
  }),
  z.object({
    kind: z.literal('groups'),
    /** Most frequent first, at most MOST_MAP_GROUPS. A point with a set of values is in the group of its most frequent one. */
    groups: z.array(z.object({ value: z.string(), points: z.int() })),
    /** Index into `groups`; groups.length for all others, -1 if the value is missing. */
    codes: z.array(z.int()),
  }),
]);
export type MapColours = z.infer<typeof mapColoursSchema>;
