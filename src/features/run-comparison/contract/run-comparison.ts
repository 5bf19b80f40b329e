/** Two to four runs side by side: differences in how they were made, and in their results. */
import * as z from 'zod';
import { METRICS, pairedFigureSchema, pairedIntervalSchema } from '../../../shared/contract/paired';
import { runSchema } from '../../../shared/contract/run-life';

/** One property in which the runs differ: one value per run, in their order; null if a run has none. */
const difference = z.object({
  name: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()]).nullable()),
});
export type RunDifference = z.infer<typeof difference>;

/** This run less the first one. */
const pairedDifferenceSchema = pairedIntervalSchema.extend({ runId: z.string(), metric: z.enum(METRICS) });

/** A group of test profiles, or of held-out titles, and how well a run serves it. */
const groupSchema = z.object({
  group: z.string(),
  label: z.string(),
  /** One score per run, in their order. */
  scores: z.array(z.number().nullable()),
  /**
   * For each run but the first, over the test profiles of the group; empty if the runs are not comparable, their data is gone, or the group has one
   * profile, which has no interval.
   */
  differences: z.array(pairedIntervalSchema.extend({ runId: z.string() })),
});

export const runComparisonSchema = z.object({
  runs: z.array(runSchema),
  /** yes; or why the numbers are not comparable: other data, another hold-out, or no metrics of single profiles. */
  comparable: z.enum(['yes', 'other-data', 'other-test', 'no-figures']),
  /** Which run to use; null if the runs are not comparable, or by fewer than two test profiles. */
  verdict: z
    .object({
      /** better: beyond chance than all others; quicker: level with the best, and took clearly less time; level: best, but not beyond chance. */
      kind: z.enum(['better', 'quicker', 'level']),
      use: z.string(),
      /** The run with the highest score. */
      best: z.string(),
      /** Runs whose difference from the best may be chance. */
      level: z.array(z.string()),
      profiles: z.int(),
    })
    .nullable(),
  /** Knobs of the recipe by name, and the seed. */
  recipe: z.array(difference),
  data: z.array(difference),
  /** Differences in the rules saved with the data, and under which the lists were last approved and exported: their SHA-256. */
  rules: z.array(difference),
  /** Differences in computer and program. */
  environment: z.array(difference),
  /** For each run but the first; empty if the runs are not comparable, or by one test profile, which has no interval. */
  metrics: z.array(pairedDifferenceSchema),
  slices: z.array(groupSchema),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;

export const SCORED_AGAIN_REASONS = [
  /** Its data has pseudonyms of another key, so its profiles cannot be matched. */
  'other-pseudonyms',
  /** The two know no title of the hold-out in common, ... */
  'no-shared-titles',
  /** ... or the run had learned all targets. */
  'learned',
  /** A file that is needed is gone: the data, the model, or the judged lists of the run whose hold-out it is. */
  'not-here',
] as const;

/** A run of other data, measured on the hold-out of a run whose data reaches further. */
export const scoredAgainSchema = z.object({
  runId: z.string(),
  /** Why it cannot be measured there; null if it was. */
  reason: z.enum(SCORED_AGAIN_REASONS).nullable(),
  /** Whether it was scored by the model that it was measured with; the one of its lists stands in for a model that it did not keep. */
  asMeasured: z.boolean(),
  /** Titles that both runs know. Only these count, for both. */
  titles: z.int(),
  /** Targets that were counted, left out because the run had learned from them, and left out because it does not know the title. */
  targets: z.int(),
  learned: z.int(),
  unknown: z.int(),
  /** Mean number of places of a list: those of the judged list whose titles both know. */
  places: z.number(),
  /** `before`: of the run whose hold-out it is; `after`: of this run. */
  metrics: z.array(pairedFigureSchema.extend({ metric: z.enum(METRICS) })),
});
export type ScoredAgain = z.infer<typeof scoredAgainSchema>;

export const scoreAgainSchema = z.object({
  /** The run whose hold-out was used: the one whose data reaches furthest. */
  on: z.string(),
  runs: z.array(scoredAgainSchema),
});
export type ScoreAgain = z.infer<typeof scoreAgainSchema>;
