/** Titles without viewings, and how far those that were new once were found on the hold-out. */
import * as z from 'zod';
import { LIST_LENGTH } from '../../../shared/limits';
import { placeUnderRulesSchema } from '../../../shared/contract/explanation';
import { namedTitleSchema, likeSchema } from '../../../shared/contract/new-title-reason';

/** What two titles both have, the rarest first; `name` is that of an attribute, and empty for others. */
const sharedSchema = z.array(
  z.object({ kind: z.enum(['attribute', 'keyword', 'series']), name: z.string(), value: z.string() }),
);

export const newTitlesSchema = z.object({
  runId: z.string(),
  /** Those that can come into a list, in the order of their IDs. */
  titles: z.array(
    namedTitleSchema.extend({
      group: z.string().nullable(),
      /** The episode before it: only who watched that one gets it. Null for a title that is no later episode. */
      after: namedTitleSchema.nullable(),
      /** The titles that it stands in for, nearest first; at most three. */
      like: z.array(
        likeSchema.extend({
          shared: sharedSchema,
        }),
      ),
      /** Profiles that it suits. */
      profiles: z.int(),
    }),
  ),
  /** Titles without viewings that stand nowhere: nothing that the metadata says of them is true of a title with viewings. */
  standNowhere: z.array(namedTitleSchema),
});
export type NewTitlesOfRun = z.infer<typeof newTitlesSchema>;

/** A title without viewings beside one profile. */
export const standInSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  ...namedTitleSchema.shape,
  /** The part, by likeness, of the titles that it stands in for which the profile watched; from 0 to 1. No score of the model. */
  score: z.number(),
  /**
   * Place among the new titles that suit the profile, next episodes of what was watched first; null where it does not suit it. A rule of the
   * kind `new-titles` that gives as many places gives it one, where no other rule is in the way.
   */
  rank: z.int().nullable(),
  /** New titles that suit the profile. */
  suiting: z.int(),
  /** The episode before it: only who watched that one gets it. Null for a title that is no later episode. */
  after: namedTitleSchema.extend({ watched: z.boolean() }).nullable(),
  /** The titles that it stands in for, nearest first. What those add that were watched sums to the score; the others add 0. */
  parts: z.array(
    z.object({
      kind: z.literal('stand-in'),
      id: z.string(),
      title: z.string().nullable(),
      likeness: z.number(),
      watched: z.boolean(),
      value: z.number(),
      shared: sharedSchema,
    }),
  ),
  /** Where it does not suit the profile: a title that would make it suit, had the profile watched it, and its place then; null where none would. */
  change: namedTitleSchema.extend({ rank: z.int() }).nullable(),
  /** Its place in the list as the rules make it; null where none were asked about. */
  underRules: placeUnderRulesSchema.nullable(),
  /** For the parents: names no more than what the profile watched. */
  sentence: z.object({ en: z.string(), ko: z.string() }),
});
export type StandIn = z.infer<typeof standInSchema>;

export const judgeNewTitlesSchema = z.strictObject({
  runId: z.string(),
  count: z.int().min(1).max(LIST_LENGTH).default(3),
  place: z.int().min(1).max(LIST_LENGTH).optional(),
});

export const newTitlesVerdictSchema = z.object({
  runId: z.string(),
  count: z.int(),
  place: z.int().nullable(),
  /** Titles that nobody had watched before the test part: those first watched in it, and those without any viewing. */
  titles: z.int(),
  /** Those of them that a test profile watched in the test part, ... */
  watched: z.int(),
  /** ... how many times a test profile did, each title once, ... */
  viewings: z.int(),
  /** ... and how many of these viewings the new places hold. */
  found: z.int(),
  /** Places that were given to new titles. */
  places: z.int(),
  profiles: z.int(),
  /** Score with them less score without, so that a positive figure is a gain, and its 95 % interval by a paired bootstrap. */
  gain: z.object({
    score: z.number(),
    low: z.number(),
    high: z.number(),
    isCertain: z.boolean(),
    before: z.number(),
    after: z.number(),
  }),
});
export type NewTitlesVerdict = z.infer<typeof newTitlesVerdictSchema>;
