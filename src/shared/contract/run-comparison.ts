/** Two to four runs side by side: what differs in what made them, and in what came out. */
import * as z from 'zod';
import { runSchema } from './run-life';

/** One property in which the runs differ: a value a run, in their order; null where a run has none. */
const difference = z.object({
  name: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()]).nullable()),
});
export type RunDifference = z.infer<typeof difference>;

export const pairedDifferenceSchema = z.object({
  runId: z.string(),
  metric: z.enum(['score', 'recall', 'ndcg']),
  /** Mean over the test profiles of this run's figure less that of the first run. */
  mean: z.number(),
  /** The 95 % interval of the mean, by a paired bootstrap over the test profiles. */
  low: z.number(),
  high: z.number(),
  profiles: z.int(),
  /** Whether the interval leaves out 0: only then one of the two is called better. */
  isCertain: z.boolean(),
});

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

export const runComparisonSchema = z.object({
  runs: z.array(runSchema),
  /** yes; or why the numbers do not compare: other data, another hold-out, or no figures of single profiles. */
  comparable: z.enum(['yes', 'other-data', 'other-test', 'no-figures']),
  /** Knobs of the recipe by name, and the seed. */
  recipe: z.array(difference),
  data: z.array(difference),
  /** Of computer and program. */
  environment: z.array(difference),
  metrics: z.array(pairedDifferenceSchema),
  /** Of each run but the first; empty where the runs do not compare. */
  winners: z.array(winnersSchema),
  slices: z.array(z.object({ group: z.string(), label: z.string(), scores: z.array(z.number().nullable()) })),
  /** Of each run but the first; empty where the data is another, or a run has no lists. */
  lists: z.array(listChangesSchema),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;
