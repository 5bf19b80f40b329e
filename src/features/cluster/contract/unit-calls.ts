/** Pieces of work that can be asked for again and again. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { progressSchema } from '../../../shared/contract/progress';
import { unitAnswerSchema, unitSchema } from '../../../shared/contract/unit';
import { MOST_LIST_PARTS } from '../../../shared/limits';

/** A cluster that was added, which does the work in the place of this computer; somebody has agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const unitsCalls = {
  /** Begins a unit, goes on with it, or finds that it is done. Leaving the iterator stops it; it then goes on where it was. */
  work: oc.input(z.strictObject({ unit: unitSchema, on })).output(eventIterator(progressSchema, unitAnswerSchema)),
  /** Makes the lists of a run on a cluster, in parts, and joins them here: the bytes that this computer would write. */
  lists: oc
    .input(
      z.strictObject({ run: z.string(), parts: z.int().min(1).max(MOST_LIST_PARTS).optional(), on: clusterNameSchema }),
    )
    .output(eventIterator(progressSchema, unitAnswerSchema)),
};
