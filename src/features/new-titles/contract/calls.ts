/** Titles without viewings: the titles that they stand in for, and the value of places for them on a hold-out. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { judgeNewTitlesSchema, newTitlesSchema, newTitlesVerdictSchema, standInSchema } from './new-titles';
import { rulesChoiceSchema } from '../../../shared/contract/rules';

export const newTitlesCalls = {
  list: oc.input(z.strictObject({ runId: z.string() })).output(newTitlesSchema),
  /** Why a title without viewings suits a profile, or does not; null for a title that the run knows, for which there is `profiles.explain`. */
  explain: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        rules: rulesChoiceSchema.optional(),
      }),
    )
    .output(standInSchema.nullable()),
  /** Null if it cannot be measured: the run kept no lists of its hold-out, or all its titles were watched before it. */
  judge: oc.input(judgeNewTitlesSchema).output(newTitlesVerdictSchema.nullable()),
};
