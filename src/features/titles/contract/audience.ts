/** The audience of titles: to whom lists recommend them and why, whom new ones suit, and what it would take to reach more. */
import * as z from 'zod';
import { mapClusterSchema } from '../../map/contract/map';
import { scorePartSchema } from '../../../shared/contract/explanation';
import { namedTitleSchema } from '../../../shared/contract/new-title-reason';
import { ruleEffectSchema, rulesThatCountSchema } from '../../../shared/contract/rule-answers';
import { unmetReasonsSchema } from '../../../shared/contract/unmet-reasons';
import { ruleSchema, rulesChoiceSchema, someTitlesSchema } from '../../../shared/contract/rules';

/** Titles asked about as one, in the lists under the rules that count or under others. */
export const audienceRequestSchema = z.strictObject({
  runId: z.string(),
  titles: someTitlesSchema,
  rules: rulesChoiceSchema.optional(),
});
export type AudienceRequest = z.infer<typeof audienceRequestSchema>;

/** `profiles` of the `of` profiles of a group. */
const shareSchema = z.object({ profiles: z.int(), of: z.int() });

/** How some profiles are spread over groups of all. */
const breakdownSchema = z.object({
  attributes: z.array(
    z.object({
      name: z.string(),
      /** In the order of the data, missing last; of a set, one entry for each member. At most MOST_AUDIENCE_VALUES. */
      values: z.array(shareSchema.extend({ value: z.string().nullable() })),
      /** Further values, those with the fewest of these profiles. */
      others: z.int(),
    }),
  ),
  segments: z.array(shareSchema.extend({ id: z.string(), name: z.string() })),
  /** The groups of similar taste on the map of the run, the largest first; null for a run without that map. */
  taste: z.array(mapClusterSchema.extend({ profiles: z.int() })).nullable(),
});
export type Breakdown = z.infer<typeof breakdownSchema>;

const suitsSchema = z.object({
  /** Number of asked titles without viewings, ... */
  titles: z.int(),
  /** ... and of profiles that at least one of them suits. */
  profiles: z.int(),
  /** Profiles that watched the episode before. */
  next: z.int(),
  /** The others, by the share of the similar titles that they watched, in quarters. */
  strengths: z.array(z.object({ from: z.number(), to: z.number(), profiles: z.int() })),
  by: breakdownSchema,
  /** Those whom they suit best, at most MOST_RECEIVERS. */
  best: z.array(
    namedTitleSchema.extend({
      profile: z.string(),
      /** The share, by likeness, of the titles it stands in for that the profile watched; from 0 to 1. Not a score of the model. */
      share: z.number(),
      /** The previous episode, if the profile watched it. */
      after: namedTitleSchema.nullable(),
      /** Watched titles among those nearest to it, nearest first. */
      like: z.array(namedTitleSchema),
    }),
  ),
});
export type SuitedAudience = z.infer<typeof suitsSchema>;

export const audienceSchema = z.object({
  runId: z.string(),
  /** The first MOST_TITLES_SHOWN; `count` counts all. */
  titles: z.array(namedTitleSchema.extend({ popularity: z.int() })),
  count: z.int(),
  /** Under which the lists are made; null for lists as the model ranks. */
  rules: rulesThatCountSchema.omit({ set: true }).nullable(),
  /** All profiles, those that watched any of the titles, ... */
  profiles: z.int(),
  watched: z.int(),
  /** ... those with any of them in their list, and in the list without rules. */
  recommended: z.int(),
  asRanked: z.int(),
  /** The best place of the titles in each list that has any. */
  meanPlace: z.number().nullable(),
  /** Number of lists by that place, from the first. */
  places: z.array(z.int()),
  by: breakdownSchema,
  /** Best places first, at most MOST_RECEIVERS. */
  receivers: z.array(namedTitleSchema.extend({ profile: z.string(), place: z.int() })),
  /** Whom those of the titles without viewings suit; null if all were watched. */
  suits: suitsSchema.nullable(),
});
export type Audience = z.infer<typeof audienceSchema>;

export const audienceWhySchema = z.object({
  /** Number of profiles whose score was taken apart, drawn from `of` with a title that the model has a score for. */
  sample: z.int(),
  of: z.int(),
  /** Means over the sample, the greatest first; their sum is the mean score. At most MOST_WHY_TITLES of the watched titles, those of the greatest means. */
  parts: z.array(
    scorePartSchema.extend({
      /** Of a watched title. */
      title: z.string().nullable(),
      /** Of an attribute: its values in the sample, the most frequent first, at most three. */
      values: z.array(z.string()),
      /** Number of the sample for which it raises the score. */
      raises: z.int(),
    }),
  ),
});
export type AudienceWhy = z.infer<typeof audienceWhySchema>;

export const reachRequestSchema = audienceRequestSchema.extend({
  /** Any so many profiles, or those of a saved segment. */
  goal: z.union([z.strictObject({ profiles: z.int().min(1) }), z.strictObject({ segment: z.string() })]),
});
export type ReachRequest = z.infer<typeof reachRequestSchema>;

export const reachSchema = z.object({
  runId: z.string(),
  /** Profiles to reach, and those that have one of the titles in their list now. */
  wanted: z.int(),
  now: z.int(),
  /** Number of profiles that may count, and those of them that watched all of the titles, so that their lists have none. */
  profiles: z.int(),
  watchedAll: z.int(),
  /** Whether the segment has parts that no rule can name, so that the rules are for more profiles. */
  isWider: z.boolean(),
  /** Rules that bring in more, on top of those that count: first those that suffice; of these, and of the others, what reaches nearest to `wanted` first, then the cheapest. */
  options: z.array(
    z.object({
      rule: ruleSchema,
      /** Profiles that count and then have one of the titles. */
      reached: z.int(),
      isEnough: z.boolean(),
      /** Lists that change, of all profiles. */
      changed: z.int(),
      /** Lists in which the rule cannot be kept, and why. */
      unmet: z.int(),
      why: unmetReasonsSchema,
      /** Against the lists under the rules that count. */
      cost: ruleEffectSchema.shape.cost,
    }),
  ),
});
export type Reach = z.infer<typeof reachSchema>;
