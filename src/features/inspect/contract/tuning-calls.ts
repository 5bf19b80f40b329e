import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import {
  keepTuningSchema,
  keptTuningSchema,
  removeKeptSchema,
  restoreKeptSchema,
  tuningHistorySchema,
} from '../../../shared/contract/kept';
import { profileFilterSchema } from '../../../shared/contract/profiles';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { progressSchema } from '../../../shared/contract/progress';
import { tuningEffectSchema } from './tuning-effect';
import { latentDirectionSchema, tuningSchema } from '../../../shared/contract/tuning';
import { MOST_DIRECTIONS } from '../../../shared/limits';

export const tuningCalls = {
  /** The effect of a tuning, under the rules that count or others, on the hold-out and on the lists of all profiles, and of those that match the filter. */
  effect: oc
    .input(
      z.strictObject({
        runId: z.string(),
        tuning: tuningSchema,
        filter: profileFilterSchema.optional(),
        rules: rulesChoiceSchema.optional(),
      }),
    )
    .output(eventIterator(progressSchema, tuningEffectSchema)),
  /** Named tunings, stored with a data set. Changing or removing one needs the revision that was read. */
  list: oc.input(z.strictObject({ data: z.string() })).output(z.array(keptTuningSchema)),
  keep: oc.input(keepTuningSchema.extend({ data: z.string() })).output(keptTuningSchema),
  remove: oc.input(removeKeptSchema).output(z.object({ removed: z.string() })),
  /** For each one, and each recently removed one: its earlier states, latest first. */
  history: oc.input(z.strictObject({ data: z.string() })).output(z.array(tuningHistorySchema)),
  /** Restores the state at revision `to`, or a removed tuning, as a new revision. */
  restore: oc.input(restoreKeptSchema).output(keptTuningSchema),
  /** The latent directions with the most variance over the profiles. Empty for models without a latent code. */
  directions: oc
    .input(z.strictObject({ runId: z.string(), count: z.int().min(1).max(MOST_DIRECTIONS).default(12) }))
    .output(z.array(latentDirectionSchema)),
};
