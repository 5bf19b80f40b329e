/** Pieces of work that can be asked for again and again. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { clusterNameSchema } from '../cluster';
import { progressSchema } from '../progress';
import { seedsRequestSchema, repeatedSeedsSchema } from '../seeds';
import { keptSweepSchema, sweepProgressSchema, sweepRequestSchema, sweepSchema } from '../sweep';
import { unitAnswerSchema, unitSchema } from '../unit';
import { MOST_LIST_PARTS } from '../../limits';

/** A cluster that was added, which does the work in the place of this computer; somebody has agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const unitsCalls = {
  /** Begins a unit, goes on with it, or finds that it is done. Leaving the iterator stops it; it then goes on where it was. */
  work: oc.input(z.strictObject({ unit: unitSchema, on })).output(eventIterator(progressSchema, unitAnswerSchema)),
  /** One recipe with several seeds, as many at a time as memory and cores allow; again, it goes on with those that are not done. */
  seeds: oc.input(seedsRequestSchema.extend({ on })).output(eventIterator(progressSchema, repeatedSeedsSchema)),
  /** Makes the lists of a run on a cluster, in parts, and joins them here: the bytes that this computer would write. */
  lists: oc
    .input(
      z.strictObject({ run: z.string(), parts: z.int().min(1).max(MOST_LIST_PARTS).optional(), on: clusterNameSchema }),
    )
    .output(eventIterator(progressSchema, unitAnswerSchema)),
  /** Tries settings of a recipe; the same request again goes on, and with a larger budget adds to it. Leaving the iterator stops it. */
  sweep: oc.input(sweepRequestSchema.extend({ on })).output(eventIterator(sweepProgressSchema, sweepSchema)),
  /** Sweeps that were begun in this workspace, the latest first. */
  sweeps: oc.output(z.array(keptSweepSchema)),
  /** What the trials of one of them came to so far. Nothing is trained for the answer. */
  trials: oc.input(z.strictObject({ sweepId: z.string() })).output(sweepSchema),
};
