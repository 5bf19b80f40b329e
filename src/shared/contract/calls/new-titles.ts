/** Titles without viewings: what they stand in for, and what a hold-out says of giving them places. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { judgeNewTitlesSchema, newTitlesSchema, newTitlesVerdictSchema } from '../new-titles';

export const newTitlesCalls = {
  list: oc.input(z.strictObject({ runId: z.string() })).output(newTitlesSchema),
  /** Null where it cannot be judged: the run kept no lists of its test part, or all its titles were watched before it. */
  judge: oc.input(judgeNewTitlesSchema).output(newTitlesVerdictSchema.nullable()),
};
