/** Titles without viewings: what they stand in for, and what a hold-out says of giving them places. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { judgeNewTitlesSchema, newTitlesSchema, newTitlesVerdictSchema, standInSchema } from './new-titles';
import { appliedRulesSchema } from '../../../shared/contract/rules';

export const newTitlesCalls = {
  list: oc.input(z.strictObject({ runId: z.string() })).output(newTitlesSchema),
  /** Why a title without viewings suits a profile, or why it does not; null for a title that the run knows, which `profiles.explain` is about. */
  explain: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        rules: appliedRulesSchema.optional(),
      }),
    )
    .output(standInSchema.nullable()),
  /** Null where it cannot be judged: the run kept no lists of its test part, or all its titles were watched before it. */
  judge: oc.input(judgeNewTitlesSchema).output(newTitlesVerdictSchema.nullable()),
};
