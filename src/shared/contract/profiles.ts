import * as z from 'zod';
import { MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_PROFILES } from '../limits';

/** A page of a grid: rows start to end (exclusive) of the filtered, sorted rows. */
export const pageRequest = {
  start: z.int().min(0),
  end: z.int().min(0),
  sort: z.strictObject({ column: z.string(), descending: z.boolean() }).optional(),
};

const bounds = z.strictObject({ from: z.number().optional(), to: z.number().optional() });

export const profileFilterSchema = z.strictObject({
  /** Part of the ID. */
  text: z.string().max(200).optional(),
  /** Only these profiles, by full ID, as picked on the map. IDs that the data set lacks match nothing. */
  profiles: z
    .array(z.string())
    .min(1)
    .max(MOST_CHOSEN_PROFILES)
    .refine((ids) => ids.reduce((sum, id) => sum + id.length, 0) <= MOST_CHOSEN_CHARACTERS, 'are too long together')
    .optional(),
  /** Wanted values per attribute; null is a missing value. */
  attributes: z.record(z.string(), z.array(z.string().nullable())).optional(),
  watched: bounds.optional(),
  score: bounds.optional(),
  reviewed: z.boolean().optional(),
  noted: z.boolean().optional(),
  /**
   * Whether less than half of the list stays under noise, among profiles measured in the run (runs.measureStability).
   */
  shaky: z.boolean().optional(),
});
export type ProfileFilter = z.infer<typeof profileFilterSchema>;

/** A random sample: the same seed draws the same profiles from the same list in any sort order. */
export const profileSampleSchema = z.strictObject({
  seed: z.int().min(0),
  /** Sample size; all if there are fewer. */
  count: z.int().min(1).max(1000),
});
export type ProfileSample = z.infer<typeof profileSampleSchema>;

export const profileRowSchema = z.object({
  profile: z.string(),
  attributes: z.record(z.string(), z.string().nullable()),
  /** Number of different titles in the history. */
  watched: z.int(),
  lastActive: z.string().nullable(),
  /** The titles watched last, latest first, at most three. */
  latest: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
  /** The genres watched most, with the number of titles of each, at most four; empty if titles have no genres. */
  taste: z.array(z.object({ group: z.string(), titles: z.int() })),
  /** Recall@25 and score on the run's hold-out; null without a run, or for profiles outside the hold-out. */
  recall: z.number().nullable(),
  score: z.number().nullable(),
  /** Held-out titles found, of how many; null for a run that did not store it. */
  found: z.object({ titles: z.int(), of: z.int() }).nullable(),
  /**
   * Share of the list that stays when part of the history is hidden, by the run's last measurement; null if not
   * measured.
   */
  stability: z.number().nullable(),
  reviewed: z.boolean(),
  /** Whether it has a note. */
  noted: z.boolean(),
});
export type ProfileRow = z.infer<typeof profileRowSchema>;

export const facetSchema = z.object({
  name: z.string(),
  kind: z.enum(['categorical', 'numeric', 'set']),
  values: z.array(z.object({ value: z.string().nullable(), profiles: z.int() })),
});
export type Facet = z.infer<typeof facetSchema>;

export const neighbourSchema = z.object({
  profile: z.string(),
  /** Cosine of the latent codes. */
  similarity: z.number(),
  watched: z.int(),
  /** Number of titles that both watched. */
  shared: z.int(),
  attributes: z.array(z.object({ name: z.string(), value: z.string().nullable(), same: z.boolean() })),
});
export type Neighbour = z.infer<typeof neighbourSchema>;
