import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { keptSweepSchema, sweepProgressSchema, sweepRequestSchema, sweepSchema } from '../../../shared/contract/sweep';

/** A cluster that was added, which does the work in the place of this computer; somebody has agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const sweepUnitCalls = {
  /** Tries settings of a recipe; the same request again goes on, and with a larger budget adds to it. Leaving the iterator stops it. */
  sweep: oc.input(sweepRequestSchema.extend({ on })).output(eventIterator(sweepProgressSchema, sweepSchema)),
  /** Sweeps that were begun in this workspace, the latest first. */
  sweeps: oc.output(z.array(keptSweepSchema)),
  /** What the trials of one of them came to so far. Nothing is trained for the answer. */
  trials: oc.input(z.strictObject({ sweepId: z.string() })).output(sweepSchema),
};
