/** Aims: what the delivered lists should come to, as a sentence; and how far they are from it. An aim changes no list. */
import * as z from 'zod';
import { keepKeptSchema, keptSchema } from '../../../shared/contract/kept';
import { pairedFigureSchema } from '../../../shared/contract/paired';
import { rulesThatCountSchema } from '../../../shared/contract/rule-answers';
import { rulesChoiceSchema, someTitlesSchema } from '../../../shared/contract/rules';
import { LIST_LENGTH, LONGEST_ATTRIBUTE_NAME } from '../../../shared/limits';
import { MOST_DAYS_APART, MOST_DIVERGENCE } from './limits';

/** Titles as the mean share of a list: at least or at most so much. */
const share = { titles: someTitlesSchema, share: z.number().min(0).max(1) };

const aimSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-least'), ...share }),
  z.strictObject({ kind: z.literal('at-most'), ...share }),
  /** So many of the titles in each list. */
  z.strictObject({ kind: z.literal('each'), titles: someTitlesSchema, count: z.int().min(1).max(LIST_LENGTH) }),
  /** No title that the child watched within so many days before the last day of the data. */
  z.strictObject({ kind: z.literal('apart'), days: z.int().min(1).max(MOST_DAYS_APART) }),
  /**
   * The values of an attribute of titles, such as genres, as they are in the child's history: the mean divergence of Kullback and Leibler of the list from
   * it, in nats (Steck 2018, Calibrated recommendations, equation 6).
   */
  z.strictObject({
    kind: z.literal('calibrated'),
    attribute: z.string().min(1).max(LONGEST_ATTRIBUTE_NAME),
    divergence: z.number().positive().max(MOST_DIVERGENCE),
  }),
]);
export type Aim = z.infer<typeof aimSchema>;

export const keptAimSchema = keptSchema.extend({ aim: aimSchema });
export type KeptAim = z.infer<typeof keptAimSchema>;
export const keepAimSchema = keepKeptSchema.extend({ aim: aimSchema });

/** Why an aim cannot be measured. */
const NOT_MEASURED = ['no-attribute', 'no-titles', 'no-times'] as const;

const groupSchema = z.object({
  /** A saved segment; null for everybody. */
  whose: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Those of whom it can be told: a child without a history has no genres that a list could follow. */
  children: z.int(),
  /**
   * `before` what is aimed at, `after` what the lists come to, the mean over the children: a share of the list (at-least, at-most), of the children whose
   * list has it (each, apart), or a divergence (calibrated). Intervals are wider the more groups there are. Null of too few children.
   */
  figure: pairedFigureSchema.nullable(),
  isReached: z.boolean().nullable(),
});
export type AimOfGroup = z.infer<typeof groupSchema>;

const measuredAimSchema = keptAimSchema.extend({
  notMeasured: z.enum(NOT_MEASURED).nullable(),
  /** Everybody, then the segments by name; empty where it is not measured. */
  groups: z.array(groupSchema),
});
export type MeasuredAim = z.infer<typeof measuredAimSchema>;

export const aimsInputSchema = z.strictObject({ runId: z.string(), rules: rulesChoiceSchema.optional() });
export type AimsInput = z.infer<typeof aimsInputSchema>;

const aimsRulesSchema = rulesThatCountSchema
  .pick({ names: true, date: true, rulesSha256: true, revision: true })
  .nullable();

export const measuredAimsSchema = z.object({
  runId: z.string(),
  /** By name. */
  aims: z.array(measuredAimSchema),
  rules: aimsRulesSchema,
});
export type MeasuredAims = z.infer<typeof measuredAimsSchema>;
