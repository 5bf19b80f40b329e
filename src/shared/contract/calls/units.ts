/** Pieces of work that can be asked for again and again. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../progress';
import { seedsRequestSchema, repeatedSeedsSchema } from '../seeds';
import { keptSweepSchema, sweepProgressSchema, sweepRequestSchema, sweepSchema } from '../sweep';
import { unitAnswerSchema, unitSchema } from '../unit';

export const unitsCalls = {
  /** Begins a unit, goes on with it, or finds that it is done. Leaving the iterator stops it; it then goes on where it was. */
  work: oc.input(z.strictObject({ unit: unitSchema })).output(eventIterator(progressSchema, unitAnswerSchema)),
  /** One recipe with several seeds, as many at a time as memory and cores allow; again, it goes on with those that are not done. */
  seeds: oc.input(seedsRequestSchema).output(eventIterator(progressSchema, repeatedSeedsSchema)),
  /** Tries settings of a recipe; the same request again goes on, and with a larger budget adds to it. Leaving the iterator stops it. */
  sweep: oc.input(sweepRequestSchema).output(eventIterator(sweepProgressSchema, sweepSchema)),
  /** Sweeps that were begun in this workspace, the latest first. */
  sweeps: oc.output(z.array(keptSweepSchema)),
  /** What the trials of one of them came to so far. Nothing is trained for the answer. */
  trials: oc.input(z.strictObject({ sweepId: z.string() })).output(sweepSchema),
};
