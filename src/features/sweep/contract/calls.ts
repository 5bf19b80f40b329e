import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { keptSweepSchema, sweepProgressSchema, sweepRequestSchema, sweepSchema } from '../../../shared/contract/sweep';

/** The cluster that does the work instead of this computer; it was added, and a person agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const sweepUnitCalls = {
  /** Tries settings of a recipe; the same request again continues, and with a larger budget adds to it. Leaving the iterator stops it. */
  sweep: oc.input(sweepRequestSchema.extend({ on })).output(eventIterator(sweepProgressSchema, sweepSchema)),
  /** Sweeps started in this workspace, latest first. */
  sweeps: oc.output(z.array(keptSweepSchema)),
  /** The results so far of the trials of one sweep. Trains nothing. */
  trials: oc.input(z.strictObject({ sweepId: z.string() })).output(sweepSchema),
};
