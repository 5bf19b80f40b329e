import * as z from 'zod';

/** What taking something away does to one title. */
export const effectSchema = z.object({
  /** How much it raises the score of the title above the mean score of all titles; below zero where it lowers it. */
  effect: z.number(),
  /** Rank of the title without it. */
  rank: z.int(),
});
export type Effect = z.infer<typeof effectSchema>;

/** What a part of a score is of. */
export const SCORE_PART_KINDS = [
  /** What a profile without a history gets, about which nothing is known; without the trend. */
  'base',
  /** One title of the history; all of it, without an ID, where the model is no sum over titles. */
  'history',
  /** What the base changes by because the history has the length it has. */
  'length',
  'attribute',
  'trend',
  /** A companion model that is no sum over titles. */
  'companion',
  'neighbours',
  /** Latent directions that a tuning pushes along. */
  'direction',
  /** A rule that moved the title. Rules move places and leave the score as it is, so its value is 0. */
  'rule',
  /** What the others leave: rounding. */
  'rest',
] as const;

export const scorePartSchema = z.object({
  kind: z.enum(SCORE_PART_KINDS),
  /** Of the title, the attribute, the companion or the rule; null where there is but one of its kind. */
  id: z.string().nullable(),
  value: z.number(),
});
export type ScorePart = z.infer<typeof scorePartSchema>;

export const placeUnderRulesSchema = z.object({
  /** In the list as the rules make it; null where it is not in it. */
  rank: z.int().nullable(),
  /** The rules that pinned or moved it, in their order. */
  rules: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PlaceUnderRules = z.infer<typeof placeUnderRulesSchema>;

export const explanationSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  item: z.string(),
  title: z.string().nullable(),
  score: z.number(),
  /** Among the titles that may be recommended to the profile; of a watched title, among all. */
  rank: z.int(),
  /** The history as a whole; null where there is none. */
  history: effectSchema.nullable(),
  /** All that is known about the profile; null where the model does not know attributes, or none is known. */
  profileAttributes: effectSchema.nullable(),
  /** Each title that the model sees of the history, left out alone; what raises most first. */
  titles: z.array(
    effectSchema.extend({ item: z.string(), title: z.string().nullable(), group: z.string().nullable() }),
  ),
  /** Each attribute that is known, made missing alone; what raises most first. */
  attributes: z.array(effectSchema.extend({ name: z.string(), value: z.string() })),
  /** Values that sum to the score. */
  parts: z.array(scorePartSchema),
  /** One sentence for the parents, which names only what raises the score. */
  sentence: z.object({ en: z.string(), ko: z.string() }),
  /** Where rules put the title; null where none were asked about. */
  underRules: placeUnderRulesSchema.nullable(),
  seconds: z.number(),
});
export type Explanation = z.infer<typeof explanationSchema>;
