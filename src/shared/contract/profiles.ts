import * as z from 'zod';
import { MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_PROFILES } from '../limits';

/** A page of a grid: rows start to end (exclusive) of what the filter leaves, in the order of the sort. */
export const pageRequest = {
  start: z.int().min(0),
  end: z.int().min(0),
  sort: z.strictObject({ column: z.string(), descending: z.boolean() }).optional(),
};

const bounds = z.strictObject({ from: z.number().optional(), to: z.number().optional() });

export const profileFilterSchema = z.strictObject({
  /** Part of the ID. */
  text: z.string().max(200).optional(),
  /** These alone, by their whole IDs: chosen on the map, say. IDs that the data set lacks stand for nobody. */
  profiles: z
    .array(z.string())
    .min(1)
    .max(MOST_CHOSEN_PROFILES)
    .refine((ids) => ids.reduce((sum, id) => sum + id.length, 0) <= MOST_CHOSEN_CHARACTERS, 'are too long together')
    .optional(),
  /** Attribute name to the values wanted; null is missing. */
  attributes: z.record(z.string(), z.array(z.string().nullable())).optional(),
  watched: bounds.optional(),
  score: bounds.optional(),
  reviewed: z.boolean().optional(),
  noted: z.boolean().optional(),
  /** Whether less than half of the list stays under noise; of profiles that were measured in the run (runs.measureStability). */
  shaky: z.boolean().optional(),
});
export type ProfileFilter = z.infer<typeof profileFilterSchema>;

/** A few of many, drawn by chance: the same seed draws the same profiles from the same list, however it is sorted. */
export const profileSampleSchema = z.strictObject({
  seed: z.int().min(0),
  /** As many, or all where there are fewer. */
  count: z.int().min(1).max(1000),
});
export type ProfileSample = z.infer<typeof profileSampleSchema>;

export const profileRowSchema = z.object({
  profile: z.string(),
  attributes: z.record(z.string(), z.string().nullable()),
  /** Different titles in the history. */
  watched: z.int(),
  lastActive: z.string().nullable(),
  /** Recall@25 and score on the test part of the run; null without a run, or for profiles outside the test part. */
  recall: z.number().nullable(),
  score: z.number().nullable(),
  /** What the figures are made of: how many of its held-out titles were in the list; null for a run that did not keep it. */
  found: z.object({ titles: z.int(), of: z.int() }).nullable(),
  /** Share of the list that stays when a part of the history is hidden, as it was measured last in the run; null where it was not. */
  stability: z.number().nullable(),
  reviewed: z.boolean(),
  /** Whether there is a note about it. */
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
  /** Titles that both watched. */
  shared: z.int(),
  attributes: z.array(z.object({ name: z.string(), value: z.string().nullable(), same: z.boolean() })),
});
export type Neighbour = z.infer<typeof neighbourSchema>;

export const titleRowSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  group: z.string().nullable(),
  /** Profiles that watched it. */
  popularity: z.int(),
  /** Profiles that have it in their list, in this run; null without a run. */
  recommended: z.int().nullable(),
  meanRank: z.number().nullable(),
});
export type TitleRow = z.infer<typeof titleRowSchema>;

export const titleFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  recommended: z.boolean().optional(),
  /** Whether anybody watched it. */
  watched: z.boolean().optional(),
});

export const titleViewSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  attributes: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  popularity: z.int(),
  recommended: z.int(),
  meanRank: z.number().nullable(),
  similar: z.array(z.object({ item: z.string(), title: z.string().nullable(), similarity: z.number() })),
  /** Who gets it, best ranks first, at most 50. */
  receivers: z.array(z.object({ profile: z.string(), rank: z.int() })),
});
export type TitleView = z.infer<typeof titleViewSchema>;
