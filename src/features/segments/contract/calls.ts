/** Segments: named filters of a data set, and what is to be said of the profiles of one. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import {
  keepSegmentSchema,
  keptSegmentSchema,
  removeKeptSchema,
  restoreKeptSchema,
  segmentHistorySchema,
} from '../../../shared/contract/kept';
import { describedSegmentSchema, describeSegmentSchema } from './segment';

/** Named filters, stored with a data set. Changing or removing one needs the revision that was read. */
export const segmentsCalls = {
  list: oc.input(z.strictObject({ data: z.string() })).output(z.array(keptSegmentSchema)),
  keep: oc.input(keepSegmentSchema.extend({ data: z.string() })).output(keptSegmentSchema),
  remove: oc.input(removeKeptSchema).output(z.object({ removed: z.string() })),
  /** For each one, and each recently removed one: its earlier states, latest first. */
  history: oc.input(z.strictObject({ data: z.string() })).output(z.array(segmentHistorySchema)),
  /** Restores the state at revision `to`, or a removed segment, as a new revision. */
  restore: oc.input(restoreKeptSchema).output(keptSegmentSchema),
  /** What sets the profiles of a filter, and the lists of a run for them, apart from the others. @throws `usage` for a filter that matches no profile */
  describe: oc.input(describeSegmentSchema).output(describedSegmentSchema),
};
