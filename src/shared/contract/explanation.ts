import * as z from 'zod';

/** The effect of removing something on one title. */
const effectSchema = z.object({
  /** How much it raises the title's score above the mean of all titles; negative if it lowers it. */
  effect: z.number(),
  /** Rank of the title without it. */
  rank: z.int(),
});
export type Effect = z.infer<typeof effectSchema>;

/** What a part of a score belongs to. */
const SCORE_PART_KINDS = [
  /** What an unknown profile without a history gets, without the trend. */
  'base',
  /** One title of the history; without an ID the whole history, if the model is no sum over titles. */
  'history',
  /** The base's change due to the length of the history. */
  'length',
  /** The base's change for a profile without a history: what is mixed in takes the scale of the profile's own scores. */
  'scale',
  'attribute',
  'trend',
  /** A companion model that is no sum over titles. */
  'companion',
  'neighbours',
  /** Latent directions that a tuning pushes along. */
  'direction',
  /** A rule that moved the title. Rules change places, not scores, so its value is 0. */
  'rule',
  /** The remainder: rounding. */
  'rest',
] as const;

export const scorePartSchema = z.object({
  kind: z.enum(SCORE_PART_KINDS),
  /** ID of the title, attribute, companion or rule; null if there is one of its kind. */
  id: z.string().nullable(),
  value: z.number(),
});
export type ScorePart = z.infer<typeof scorePartSchema>;

export const placeUnderRulesSchema = z.object({
  /** Rank under the rules; null if not in the list. */
  rank: z.int().nullable(),
  /** The rules that pinned or moved it, in order. */
  rules: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PlaceUnderRules = z.infer<typeof placeUnderRulesSchema>;

export const explanationSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  item: z.string(),
  title: z.string().nullable(),
  score: z.number(),
  /** Rank among the titles that may be recommended to the profile; for a watched title, among all. */
  rank: z.int(),
  /** The whole history; null without one. */
  history: effectSchema.nullable(),
  /** Everything known about the profile; null if the model ignores attributes or none is known. */
  profileAttributes: effectSchema.nullable(),
  /** Each visible title of the history removed alone; the greatest raise first. */
  titles: z.array(
    effectSchema.extend({ item: z.string(), title: z.string().nullable(), group: z.string().nullable() }),
  ),
  /** Each known attribute made missing alone; the greatest raise first. */
  attributes: z.array(effectSchema.extend({ name: z.string(), value: z.string() })),
  /** Values whose sum is the score. */
  parts: z.array(scorePartSchema),
  /** One sentence for the parents that names what raises the score most. */
  sentence: z.object({ en: z.string(), ko: z.string() }),
  /** Where rules put the title; null if asked without rules. */
  underRules: placeUnderRulesSchema.nullable(),
  seconds: z.number(),
});
export type Explanation = z.infer<typeof explanationSchema>;
