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
import { progressSchema } from '../../../shared/contract/progress';
import { tuningEffectSchema } from './tuning-effect';
import { latentDirectionSchema, NEUTRAL_TUNING, tunedListSchema, tuningSchema } from '../../../shared/contract/tuning';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { LIST_LENGTH, MOST_DIRECTIONS } from '../../../shared/limits';
import { MOST_PLACES } from './limits';

export const tuningCalls = {
  /**
   * The list of a profile as it is delivered: as trained or under a tuning, with what moved, and under the rules that count. Under rules it has at most
   * 25 places. Under 100 ms at 20,000 titles.
   */
  apply: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        tuning: tuningSchema.default(NEUTRAL_TUNING),
        count: z.int().min(1).max(MOST_PLACES).default(LIST_LENGTH),
        /** Movements are relative to the list of this run, if given. */
        against: z.string().optional(),
        /** `none`: as the model ranks. */
        rules: rulesChoiceSchema.optional(),
      }),
    )
    .output(tunedListSchema),
  /** Its effect on the hold-out and on the lists of all profiles, and of those that match the filter. */
  effect: oc
    .input(z.strictObject({ runId: z.string(), tuning: tuningSchema, filter: profileFilterSchema.optional() }))
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
