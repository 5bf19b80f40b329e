import { oc } from '@orpc/contract';
import * as z from 'zod';
import { explanationSchema } from '../../../shared/contract/explanation';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { tuningSchema } from '../../../shared/contract/tuning';
import { whyNotSchema } from './why-not';

export const whyProfileCalls = {
  /** Explains the place of a title in the list of a profile: the effect of each watched title and each attribute on its score. */
  explain: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        tuning: tuningSchema.optional(),
        /** What these rules do with the title, under the tuning. */
        rules: rulesChoiceSchema.optional(),
      }),
    )
    .output(explanationSchema),
  /** Explains why a title is not in the list of a profile, and finds the smallest change of the profile that brings it in, by trying. */
  whyNot: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        tuning: tuningSchema.optional(),
        /** For the list under the tuning and these rules. */
        rules: rulesChoiceSchema.optional(),
      }),
    )
    .output(whyNotSchema),
};
