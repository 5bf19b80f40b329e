import { oc } from '@orpc/contract';
import * as z from 'zod';
import { explanationSchema } from '../../../shared/contract/explanation';
import { appliedRulesSchema } from '../../../shared/contract/rules';
import { tuningSchema } from '../../../shared/contract/tuning';
import { whyNotSchema } from './why-not';

export const whyProfileCalls = {
  /** Why a title is where it is in the list of a profile: what each watched title and each attribute does to its score. */
  explain: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        tuning: tuningSchema.optional(),
        /** What these rules do with the title in the list as trained: rules are applied to no tuned list. */
        rules: appliedRulesSchema.optional(),
      }),
    )
    .output(explanationSchema),
  /** Why a title is not in the list of a profile, and the smallest change of the profile that brings it in, found by trying. */
  whyNot: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        tuning: tuningSchema.optional(),
        /** Of the list as trained under these rules; a tuning is passed over then, as rules are applied to no tuned list. */
        rules: appliedRulesSchema.optional(),
      }),
    )
    .output(whyNotSchema),
};
