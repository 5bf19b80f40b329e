/** Whether lists follow an attribute of children, and what stands along them. */
import * as z from 'zod';
import { pairedFigureSchema } from '../../../shared/contract/paired';
import { profileFilterSchema } from '../../../shared/contract/profiles';
import { estimateSchema } from '../../../shared/contract/run-life';
import { rulesThatCountSchema } from '../../../shared/contract/rule-answers';
import { rulesChoiceSchema } from '../../../shared/contract/rules';

export const fairnessInputSchema = z.strictObject({
  runId: z.string(),
  /** All children where absent. */
  filter: profileFilterSchema.optional(),
  rules: rulesChoiceSchema.optional(),
});
export type FairnessInput = z.infer<typeof fairnessInputSchema>;

/** Children of whom a finding is truest, with the figure of each. */
const childrenSchema = z.array(z.object({ profile: z.string(), figure: z.number() }));

/** Why an attribute was not asked about. */
const NOT_ASKED = ['few', 'one-value'] as const;

const attributeSchema = z.object({
  attribute: z.string(),
  /** Children who were given the value of another child, all else alike. */
  children: z.int(),
  /** Values that they were given. */
  values: z.array(z.string()),
  notAsked: z.enum(NOT_ASKED).nullable(),
  /** The share of the 25 titles that changes, from 0: the mean over the children. Null where nothing was asked. */
  moved: pairedFigureSchema.nullable(),
  /**
   * Lists as the model ranks them, `before` by chance: the mean over models that were trained on shuffled attributes. Null where that was not measured,
   * or of too few.
   */
  overChance: pairedFigureSchema.nullable(),
  most: childrenSchema,
});
export type FairnessOfAttribute = z.infer<typeof attributeSchema>;

/** In the order in which they are told. */
export const MEASURES = ['age-marks', 'series', 'maker', 'paid', 'alike'] as const;
export type Measure = (typeof MEASURES)[number];

const alongSchema = z.object({
  measure: z.enum(MEASURES),
  /** Children in whose lists it can be told; 0 where the data does not say. */
  children: z.int(),
  /**
   * The mean over the children. age-marks: years of the last places beside the first. series, maker: the largest share of one in a list. paid: share of a
   * list. alike: share of a list that another child's list has, too. Null where the data does not say, or of too few.
   */
  figure: pairedFigureSchema.nullable(),
  most: childrenSchema,
});
export type FairnessAlong = z.infer<typeof alongSchema>;

/** Why no attribute can be asked about. */
const NO_ATTRIBUTES = ['not-read', 'no-attributes'] as const;

export const fairnessSchema = z.object({
  runId: z.string(),
  /** Children of whom it is told, and how many of them were asked about. */
  children: z.int(),
  asked: z.int(),
  reason: z.enum(NO_ATTRIBUTES).nullable(),
  /** The one that moves lists most comes first; those that were not asked about last. */
  attributes: z.array(attributeSchema),
  /** Models of shuffled attributes that tell what chance moves; 0 where it was not measured. */
  shuffles: z.int(),
  /** What measuring chance still takes; null where it was measured or cannot be. */
  left: z.object({ trainings: z.int(), seconds: estimateSchema.shape.seconds }).nullable(),
  /** One per measure, in their order. */
  along: z.array(alongSchema),
  rules: rulesThatCountSchema.pick({ names: true, date: true, rulesSha256: true, revision: true }).nullable(),
});
export type Fairness = z.infer<typeof fairnessSchema>;
