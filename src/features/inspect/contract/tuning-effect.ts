/** The effect of a tuning on the hold-out and on the lists, for some profiles and for all. */
import * as z from 'zod';
import { TUNING_KEYS } from '../../../shared/contract/tuning-keys';

/** A metric of the hold-out without the tuning and with it; `difference` is the second less the first, with its 95 % interval. */
const figureSchema = z.object({
  before: z.number(),
  after: z.number(),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  /** Whether the interval excludes 0. */
  isCertain: z.boolean(),
});
export type EffectFigure = z.infer<typeof figureSchema>;

const effectOnProfilesSchema = z.object({
  profiles: z.int(),
  /** Number of profiles whose first 25 titles, or their order, change. */
  changed: z.int(),
  /** Number of hold-out profiles among them. */
  tested: z.int(),
  /** Null if none of them was tested, or the run cannot measure it. */
  holdOut: z.object({ score: figureSchema, recall: figureSchema, ndcg: figureSchema }).nullable(),
});
export type EffectOnProfiles = z.infer<typeof effectOnProfilesSchema>;

export const tuningEffectSchema = z.object({
  runId: z.string(),
  all: effectOnProfilesSchema,
  /** For the profiles that match a filter; null without a filter. */
  group: effectOnProfilesSchema.nullable(),
  /** Keys that concern one profile, and have no effect on others. */
  left: z.array(z.enum(TUNING_KEYS)),
  /** no-test: the run has no hold-out; not-kept: it did not keep the model that was tested. Null if the hold-out could be measured. */
  noHoldOut: z.enum(['no-test', 'not-kept']).nullable(),
  seconds: z.number(),
});
export type TuningEffect = z.infer<typeof tuningEffectSchema>;
