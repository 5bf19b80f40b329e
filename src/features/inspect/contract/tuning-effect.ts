/** The effect of a tuning on the hold-out and on the lists, for some profiles and for all. */
import * as z from 'zod';
import { METRICS, pairedFigureSchema } from '../../../shared/contract/paired';
import { TUNING_KEYS } from '../../../shared/contract/tuning-keys';

const effectOnProfilesSchema = z.object({
  profiles: z.int(),
  /** Number of profiles whose delivered titles, or their order, change. */
  changed: z.int(),
  /** Number of hold-out profiles among them. */
  tested: z.int(),
  /** Each metric without the tuning and with it; null if none of them was tested, or the run cannot measure it. */
  holdOut: z.record(z.enum(METRICS), pairedFigureSchema).nullable(),
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
