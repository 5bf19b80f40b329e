/** What a tuning buys: its effect on the hold-out and on the lists, for some profiles and for all. */
import * as z from 'zod';
import { TUNING_KEYS } from '../../../shared/contract/tuning-keys';

/** A figure of the hold-out without the tuning and with it; `difference` is the second less the first, with its 95 % interval. */
const figureSchema = z.object({
  before: z.number(),
  after: z.number(),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  /** Whether the interval leaves out 0. */
  isCertain: z.boolean(),
});
export type EffectFigure = z.infer<typeof figureSchema>;

export const effectOnProfilesSchema = z.object({
  profiles: z.int(),
  /** Profiles whose first 25 titles or their order are others. */
  changed: z.int(),
  /** Profiles of the hold-out among them. */
  tested: z.int(),
  /** Null where nobody among them was tested, or the run cannot tell. */
  holdOut: z.object({ score: figureSchema, recall: figureSchema, ndcg: figureSchema }).nullable(),
});
export type EffectOnProfiles = z.infer<typeof effectOnProfilesSchema>;

export const tuningEffectSchema = z.object({
  runId: z.string(),
  all: effectOnProfilesSchema,
  /** Of the profiles that a filter leaves; null where none was given. */
  group: effectOnProfilesSchema.nullable(),
  /** Keys that are about one profile, and are nothing to the others. */
  left: z.array(z.enum(TUNING_KEYS)),
  /** no-test: the run has no hold-out; not-kept: it did not keep the model that was tested. Null where the hold-out could be judged. */
  noHoldOut: z.enum(['no-test', 'not-kept']).nullable(),
  seconds: z.number(),
});
export type TuningEffect = z.infer<typeof tuningEffectSchema>;
