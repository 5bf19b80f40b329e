/** Two to four runs side by side: what differs in what made them, and in what came out. */
import * as z from 'zod';
import { runSchema } from '../../../shared/contract/run-life';

/** One property in which the runs differ: a value a run, in their order; null where a run has none. */
const difference = z.object({
  name: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()]).nullable()),
});
export type RunDifference = z.infer<typeof difference>;

const METRICS = ['score', 'recall', 'ndcg'] as const;

const intervalSchema = z.object({
  /** Mean over the test profiles of this run's figure less that of the first run. */
  mean: z.number(),
  /** The 95 % interval of the mean, by a paired bootstrap over the test profiles. */
  low: z.number(),
  high: z.number(),
  profiles: z.int(),
  /** Whether the interval leaves out 0: only then one of the two is called better. */
  isCertain: z.boolean(),
});

export const pairedDifferenceSchema = intervalSchema.extend({ runId: z.string(), metric: z.enum(METRICS) });

export const changedListSchema = z.object({
  profile: z.string(),
  /** Of the first 25 titles of the first run, how many are in those of this run too. */
  shared: z.int(),
  /** Best titles that only one of the two lists has, at most 3 a side. */
  gone: z.array(z.string()),
  come: z.array(z.string()),
});

export const listChangesSchema = z.object({
  runId: z.string(),
  /** Profiles that both runs have a list for, and those whose 25 titles are not the same set. */
  profiles: z.int(),
  changed: z.int(),
  /** Mean of the titles that both lists have. */
  meanShared: z.number(),
  /** The most changed ones first, at most 20. */
  most: z.array(changedListSchema),
});

/** Test profiles that a run serves better than the first, worse, and the same. */
export const winnersSchema = z.object({
  runId: z.string(),
  better: z.int(),
  same: z.int(),
  worse: z.int(),
  /**
   * By the difference of their score, from the greatest loss on; at most 21. From 0 to 0: those whose score is the same. A difference on a
   * border belongs to the side of 0.
   */
  bins: z.array(z.object({ from: z.number(), to: z.number(), profiles: z.int() })),
});

/** A group of test profiles, or of held-out titles, and how a run serves it. */
const groupSchema = z.object({
  group: z.string(),
  label: z.string(),
  /** A score a run, in their order. */
  scores: z.array(z.number().nullable()),
  /** Of each run but the first, over the test profiles of the group; empty where the runs do not compare or their data is gone. */
  differences: z.array(intervalSchema.extend({ runId: z.string() })),
});

const testTitle = z.object({ item: z.string(), title: z.string().nullable() });

/** A title of the test part that only one of two judged lists has, and its place in that list. */
const movedHit = testTitle.extend({ rank: z.int() });

/** Test titles that the judged lists of a run found and those of the first did not, and the other way round. */
export const hitChangesSchema = z.object({
  runId: z.string(),
  /** Hits of the first run, of this one, and of both. */
  first: z.int(),
  hits: z.int(),
  both: z.int(),
  /** Test profiles with a hit that came or went. */
  profiles: z.int(),
  /** Those with the most of them first, at most 20. */
  most: z.array(z.object({ profile: z.string(), came: z.array(movedHit), went: z.array(movedHit) })),
});
export type HitChanges = z.infer<typeof hitChangesSchema>;

export const runComparisonSchema = z.object({
  runs: z.array(runSchema),
  /** yes; or why the numbers do not compare: other data, another hold-out, or no figures of single profiles. */
  comparable: z.enum(['yes', 'other-data', 'other-test', 'no-figures']),
  /** Knobs of the recipe by name, and the seed. */
  recipe: z.array(difference),
  data: z.array(difference),
  /** Of the rules that are saved with the data, and under which the lists were approved and exported last: their SHA-256. */
  rules: z.array(difference),
  /** Of computer and program. */
  environment: z.array(difference),
  metrics: z.array(pairedDifferenceSchema),
  /** Of each run but the first; empty where the runs do not compare. */
  winners: z.array(winnersSchema),
  slices: z.array(groupSchema),
  /** Of each run but the first; empty where the data is another, or a run has no lists. */
  lists: z.array(listChangesSchema),
  /** Of each run but the first; empty where the runs do not compare, a run kept no judged lists, or the data is gone. */
  hits: z.array(hitChangesSchema),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;

/** The list of one profile in each of the runs, side by side. */
export const listsSideBySideSchema = z.object({
  profile: z.string(),
  runs: z.array(
    z.object({
      runId: z.string(),
      /** The first 25 titles; null where the run does not have that profile. */
      list: z
        .array(
          testTitle.extend({
            /** Its place in the list of the first run; null where it is not there, or the run is the first. */
            first: z.int().nullable(),
          }),
        )
        .nullable(),
    }),
  ),
});
export type ListsSideBySide = z.infer<typeof listsSideBySideSchema>;

export const SCORED_AGAIN_REASONS = [
  /** Its data has pseudonyms of another key: what it learned about whom cannot be told. */
  'other-pseudonyms',
  /** The two know no title of the test part in common, ... */
  'no-shared-titles',
  /** ... or the run had learned all that is to be found. */
  'learned',
  /** A file that is needed is gone: the data, the model, or the judged lists of the run whose test part it is. */
  'not-here',
] as const;

/** A run of other data, judged on the test part of a run whose data reaches further. */
export const scoredAgainSchema = z.object({
  runId: z.string(),
  /** Why it cannot be judged there; null where it was. */
  reason: z.enum(SCORED_AGAIN_REASONS).nullable(),
  /** Titles that both runs know. Only these count, for both. */
  titles: z.int(),
  /** Viewings to find that were counted, that were left out because the run had learned from them, and because it does not know the title. */
  targets: z.int(),
  learned: z.int(),
  unknown: z.int(),
  /** Places of a list on average: those of the judged list whose titles both know. */
  places: z.number(),
  /** Of the run whose test part it is, of this run, and the difference. */
  metrics: z.array(intervalSchema.extend({ metric: z.enum(METRICS), on: z.number(), again: z.number() })),
});
export type ScoredAgain = z.infer<typeof scoredAgainSchema>;

export const scoreAgainSchema = z.object({
  /** The run whose test part was used: the one whose data reaches furthest. */
  on: z.string(),
  runs: z.array(scoredAgainSchema),
});
export type ScoreAgain = z.infer<typeof scoreAgainSchema>;
