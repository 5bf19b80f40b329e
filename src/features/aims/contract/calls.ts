import { oc } from '@orpc/contract';
import * as z from 'zod';
import { removeKeptSchema } from '../../../shared/contract/kept';
import { aimsInputSchema, keepAimSchema, keptAimSchema, measuredAimsSchema } from './aims';

/** Aims, stored with a data set. Changing or removing one needs the revision that was read. */
export const aimsCalls = {
  list: oc.input(z.strictObject({ data: z.string() })).output(z.array(keptAimSchema)),
  /** @throws `usage` where the data cannot measure the aim: it lacks the attribute, the titles or the times */
  keep: oc.input(keepAimSchema.extend({ data: z.string() })).output(keptAimSchema),
  remove: oc.input(removeKeptSchema).output(z.object({ removed: z.string() })),
  /** How far the delivered lists of a run are from each aim, for everybody and for each saved segment. */
  measure: oc.input(aimsInputSchema).output(measuredAimsSchema),
};
