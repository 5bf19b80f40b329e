import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { onSchema } from '../../../shared/contract/unit';
import { repeatedSeedsSchema, seedsRequestSchema } from './seeds';
import { keptSweepSchema, sweepProgressSchema, sweepRequestSchema, sweepSchema } from './sweep';

export const sweepUnitCalls = {
  /** Tries settings of a recipe; the same request again continues, and with a larger budget adds to it. Leaving the iterator stops it. */
  sweep: oc.input(sweepRequestSchema.extend({ on: onSchema })).output(eventIterator(sweepProgressSchema, sweepSchema)),
  /** Sweeps started in this workspace, latest first. */
  sweeps: oc.output(z.array(keptSweepSchema)),
  /** The results so far of the trials of one sweep. Trains nothing. */
  trials: oc.input(z.strictObject({ sweepId: z.string() })).output(sweepSchema),
  /** One recipe with several seeds, as many at a time as memory and cores allow; the same request again continues with those that are not done. */
  seeds: oc
    .input(seedsRequestSchema.extend({ on: onSchema }))
    .output(eventIterator(progressSchema, repeatedSeedsSchema)),
};
