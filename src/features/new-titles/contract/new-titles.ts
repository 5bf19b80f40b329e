/** Titles without viewings, and how often those that were once new were found on the hold-out. */
import * as z from 'zod';
import { LIST_LENGTH } from '../../../shared/limits';
import { placeUnderRulesSchema } from '../../../shared/contract/explanation';
import { pairedFigureSchema } from '../../../shared/contract/paired';
import { namedTitleSchema, likeSchema } from '../../../shared/contract/new-title-reason';

/** Features that two titles share, the rarest first; `name` is that of an attribute, and empty for others. */
const sharedSchema = z.array(
  z.object({ kind: z.enum(['attribute', 'keyword', 'series']), name: z.string(), value: z.string() }),
);

export const newTitlesSchema = z.object({
  runId: z.string(),
  /** Those that can appear in a list, in the order of their IDs. */
  titles: z.array(
    namedTitleSchema.extend({
      group: z.string().nullable(),
      /** The previous episode: the title suits only profiles that watched it. Null unless it is a later episode. */
      after: namedTitleSchema.nullable(),
      /** The titles that it stands in for, nearest first; at most three. */
      like: z.array(
        likeSchema.extend({
          shared: sharedSchema,
        }),
      ),
      /** Number of profiles that it suits. */
      profiles: z.int(),
    }),
  ),
  /** Titles without viewings that suit no profile: they share no metadata with a title with viewings. */
  standNowhere: z.array(namedTitleSchema),
});
export type NewTitlesOfRun = z.infer<typeof newTitlesSchema>;

/** A title without viewings beside one profile. */
export const standInSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  ...namedTitleSchema.shape,
  /** The share, by likeness, of the titles it stands in for that the profile watched; from 0 to 1. Not a score of the model. */
  score: z.number(),
  /**
   * Rank among the new titles that suit the profile, next episodes of watched ones first; null if it does not suit it. A rule of the kind
   * `new-titles` with at least as many places includes it, unless another rule prevents that.
   */
  rank: z.int().nullable(),
  /** Number of new titles that suit the profile. */
  suiting: z.int(),
  /** The previous episode: the title suits only profiles that watched it. Null unless it is a later episode. */
  after: namedTitleSchema.extend({ watched: z.boolean() }).nullable(),
  /** The titles that it stands in for, nearest first. The contributions of watched ones sum to the score; the others add 0. */
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
  /** If it does not suit the profile: a title that would make it suit, had the profile watched it, and its rank then; null if none would. */
  change: namedTitleSchema.extend({ rank: z.int() }).nullable(),
  /** Its place in the list under the rules; null without rules. */
  underRules: placeUnderRulesSchema.nullable(),
  /** For the parents: names only what the profile watched. */
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
  /** Titles without viewings before the hold-out: those first watched in it, and those without any viewing. */
  titles: z.int(),
  /** Those of them that a test profile watched in the hold-out, ... */
  watched: z.int(),
  /** ... how many times a test profile did, each title once, ... */
  viewings: z.int(),
  /** ... and how many of these viewings the new places contain. */
  found: z.int(),
  /** Places given to new titles. */
  places: z.int(),
  /** The score without and with them. */
  gain: pairedFigureSchema,
});
export type NewTitlesVerdict = z.infer<typeof newTitlesVerdictSchema>;
