/** What the attributes of profiles are worth to a model. */
import * as z from 'zod';
import { pairedFigureSchema } from '../../../shared/contract/paired';
import { estimateSchema } from '../../../shared/contract/run-life';
import type { TrainerWork } from '../../../shared/contract/trainer-work';
import { ATTRIBUTE_VARIANTS } from '../../../shared/values/attribute-variants';

/** Mean scores of the profiles held out, with so many of their titles known. */
const knownRowSchema = z.object({
  /** Null: the whole history, but for what is hidden to be found. */
  known: z.int().nullable(),
  /** The score of the model as it is. */
  with: z.number(),
  /** `before`: the score without attributes, or with shuffled ones; `after`: with them. */
  without: pairedFigureSchema,
  shuffled: pairedFigureSchema,
});
export type KnownRow = z.infer<typeof knownRowSchema>;

export const measuredConditionSchema = z.object({
  /** Profiles held out and judged. */
  profiles: z.int(),
  trainings: z.int(),
  /** ISO 8601. */
  measuredAt: z.string(),
  rows: z.array(knownRowSchema).min(1),
});
export type MeasuredCondition = z.infer<typeof measuredConditionSchema>;

const worthSchema = z.object({
  /** Where no title is known: better if the attributes are surely better than none and than shuffled ones. */
  verdict: z.enum(['better', 'same', 'worse']),
  /** As much as so many more titles; null unless they are better. fewer: than one; more: than the most that was measured. */
  titles: z.object({ is: z.enum(['about', 'fewer', 'more']), count: z.int() }).nullable(),
  /** Numbers of known titles at which lists with the attributes are surely worse than without; null: whole histories. */
  hurts: z.array(z.int().nullable()),
});
export type Worth = z.infer<typeof worthSchema>;

/** Why there is nothing to measure. */
const NO_CONDITION = ['no-attributes', 'not-read', 'too-few', 'no-data', 'unfinished'] as const;
export type NoCondition = (typeof NO_CONDITION)[number];

export const conditionSchema = z.object({
  runId: z.string(),
  name: z.string(),
  /** Null if it can be measured, or was. */
  reason: z.enum(NO_CONDITION).nullable(),
  measured: measuredConditionSchema.extend({ worth: worthSchema }).nullable(),
  /** What measuring still takes; null where it was measured or cannot be. */
  left: z.object({ trainings: z.int(), seconds: estimateSchema.shape.seconds }).nullable(),
});
export type Condition = z.infer<typeof conditionSchema>;

const trialRequestSchema = z.strictObject({
  runId: z.string(),
  variant: z.enum(ATTRIBUTE_VARIANTS),
  /** The part of the profiles that is held out. */
  fold: z.int().min(0),
});
export type TrialRequest = z.infer<typeof trialRequestSchema>;

/** For each number of known titles the score of each profile held out. */
export const trialScoresSchema = z.array(z.array(z.number()));

/** For a trainer process that trains a variant and judges it. */
export const CONDITION_WORK = {
  kind: 'condition',
  request: trialRequestSchema,
  answer: trialScoresSchema,
} as const satisfies TrainerWork;
