/** A sweep: settings of a recipe that are tried, and compared by their validation scores alone (docs/sweeps.md). */
import * as z from 'zod';
import { KNOB_NAMES } from '../recipe/table';
import { recipeSchema } from '../recipe/schema';
import { MOST_KNOB_VALUES, MOST_SWEPT_KNOBS, MOST_TRIALS } from '../limits';
import { saidSchema } from '../words/sentence';
import { metricsSchema } from './run';

const settingSchema = z.union([z.number(), z.string(), z.boolean()]);
export type Setting = z.infer<typeof settingSchema>;

/** A knob's values: a list of them, or a range of numbers, in which `steps` values are a grid. */
export const knobValuesSchema = z.union([
  z.array(settingSchema).min(1).max(MOST_KNOB_VALUES),
  z.strictObject({
    from: z.number(),
    to: z.number(),
    /** How values are spread over the range: evenly, or with even ratios between them. */
    scale: z.enum(['linear', 'logarithmic']).default('linear'),
    steps: z.int().min(2).max(MOST_KNOB_VALUES).optional(),
  }),
]);
export type KnobValues = z.infer<typeof knobValuesSchema>;

export const SWEEP_METHODS = ['grid', 'random', 'halving'] as const;

export const sweepRequestSchema = z.strictObject({
  data: z.string(),
  recipe: recipeSchema,
  knobs: z
    .partialRecord(z.enum(KNOB_NAMES as [string, ...string[]]), knobValuesSchema)
    .refine((knobs) => Object.keys(knobs).length > 0, 'at least one knob')
    .refine((knobs) => Object.keys(knobs).length <= MOST_SWEPT_KNOBS, `no more than ${MOST_SWEPT_KNOBS} knobs`),
  method: z.enum(SWEEP_METHODS).default('random'),
  /** Of the trials, and of what is drawn. */
  seed: z.int().min(0).max(0xffffffff).default(1),
  /** Trials at the most. */
  budget: z.int().min(1).max(MOST_TRIALS),
  /** After so many minutes no further trial is begun. */
  minutes: z.number().positive().max(1_000_000).optional(),
});
export type SweepRequest = z.infer<typeof sweepRequestSchema>;

export const trialSchema = z.object({
  runId: z.string(),
  /** The knobs of the sweep as this trial has them. */
  settings: z.record(z.string(), settingSchema),
  /** On the validation part; null where it was not trained so far, or diverged. Of a trial that halving let go, of its best epoch until then. */
  validation: metricsSchema.nullable(),
  state: z.enum(['waiting', 'running', 'done', 'let-go', 'failed']),
  /** Epochs of choosing after which halving let it go; null otherwise. */
  epochs: z.int().nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
  said: saidSchema.optional(),
});
export type SweepTrial = z.infer<typeof trialSchema>;

/** The trial with the best validation score, trained to its end. */
const winnerSchema = trialSchema.extend({
  /** On the test part, which is looked at for this trial alone; null where it gave none. */
  metrics: metricsSchema.nullable(),
  weightsSha256: z.string().nullable(),
  listsSha256: z.string().nullable(),
});

export const sweepSchema = z.object({
  sweepId: z.string(),
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  method: z.enum(SWEEP_METHODS),
  seed: z.int(),
  /** In the order in which they were drawn. */
  trials: z.array(trialSchema),
  /** Null where no trial came to a validation score. */
  best: winnerSchema.nullable(),
  /** done: with all that was asked for; time: because the time was up; stopped: on request. The same request goes on after either. */
  ended: z.enum(['done', 'time', 'stopped']),
});
export type Sweep = z.infer<typeof sweepSchema>;

export const sweepProgressSchema = z.object({
  sweepId: z.string(),
  trials: z.array(trialSchema),
  /** 0 to 1. */
  fraction: z.number(),
  /** The cluster on which it runs, where that does not answer at the moment. */
  away: z.string().optional(),
});
export type SweepProgress = z.infer<typeof sweepProgressSchema>;

/** What is kept of a sweep: what it asked for last. Everything else is in the runs of its trials. */
export const keptSweepSchema = sweepRequestSchema.extend({
  sweepId: z.string(),
  datasetName: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
});
export type KeptSweep = z.infer<typeof keptSweepSchema>;
