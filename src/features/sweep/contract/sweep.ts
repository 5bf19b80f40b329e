/** A sweep: settings of a recipe, compared by validation score alone (docs/sweeps.md). */
import * as z from 'zod';
import { KNOB_NAMES } from '../../../shared/recipe/table';
import { recipeSchema } from '../../../shared/recipe/schema';
import { MOST_KNOB_VALUES, MOST_SWEPT_KNOBS, MOST_TRIALS } from './limits';
import { ERROR_CODES } from '../../../shared/errors';
import { saidSchema } from '../../../shared/words/sentence';
import { metricsSchema } from '../../../shared/contract/run';

const settingSchema = z.union([z.number(), z.string(), z.boolean()]);
export type Setting = z.infer<typeof settingSchema>;

/** A knob's values: a list, or a numeric range with `steps` grid values. */
const knobValuesSchema = z.union([
  z.array(settingSchema).min(1).max(MOST_KNOB_VALUES),
  z.strictObject({
    from: z.number(),
    to: z.number(),
    /** Spacing over the range: equal steps or equal ratios. */
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
  /** Seed of the trials and of what is drawn. */
  seed: z.int().min(0).max(0xffffffff).default(1),
  /** Largest number of trials. */
  budget: z.int().min(1).max(MOST_TRIALS),
  /** No trial starts after this many minutes. */
  minutes: z.number().positive().max(1_000_000).optional(),
});
export type SweepRequest = z.infer<typeof sweepRequestSchema>;

const trialSchema = z.object({
  runId: z.string(),
  /** This trial's values of the sweep's knobs. */
  settings: z.record(z.string(), settingSchema),
  /**
   * Metrics on the validation part; null if not trained so far, or diverged. For a trial stopped by halving, those of
   * its best epoch.
   */
  validation: metricsSchema.nullable(),
  state: z.enum(['waiting', 'running', 'done', 'let-go', 'failed']),
  /** Epochs after which halving stopped it; otherwise null. */
  epochs: z.int().nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
  said: saidSchema.optional(),
  code: z.enum(ERROR_CODES).optional(),
});
export type SweepTrial = z.infer<typeof trialSchema>;

/** The trial with the best validation score, fully trained. */
const winnerSchema = trialSchema.extend({
  /** Metrics on the hold-out, which only this trial is evaluated on; null if it gave none. */
  metrics: metricsSchema.nullable(),
  weightsSha256: z.string().nullable(),
  listsSha256: z.string().nullable(),
});

export const sweepSchema = z.object({
  sweepId: z.string(),
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  method: z.enum(SWEEP_METHODS),
  seed: z.int(),
  /** In drawing order. */
  trials: z.array(trialSchema),
  /** Null without a validation score. */
  best: winnerSchema.nullable(),
  /** done: everything requested; time: out of time; stopped: on request. The same request continues the last two. */
  ended: z.enum(['done', 'time', 'stopped']),
});
export type Sweep = z.infer<typeof sweepSchema>;

export const sweepProgressSchema = z.object({
  sweepId: z.string(),
  trials: z.array(trialSchema),
  /** 0 to 1. */
  fraction: z.number(),
  /** The cluster it runs on, while that does not answer. */
  away: z.string().optional(),
});
export type SweepProgress = z.infer<typeof sweepProgressSchema>;

/** What is stored of a sweep: its last request. Everything else is in its trials' runs. */
export const keptSweepSchema = sweepRequestSchema.extend({
  sweepId: z.string(),
  datasetName: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
});
export type KeptSweep = z.infer<typeof keptSweepSchema>;
