import { oc } from '@orpc/contract';
import * as z from 'zod';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { NEUTRAL_TUNING, tunedListSchema, tuningSchema } from '../../../shared/contract/tuning';
import { LIST_LENGTH } from '../../../shared/limits';
import { MOST_PLACES } from './limits';

export const listCalls = {
  /**
   * The list of a profile as it is delivered: as trained or under a tuning, with what moved, and under the rules that count. Under rules it has at most
   * 25 places. Under 100 ms at 20,000 titles.
   */
  show: oc
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
};
