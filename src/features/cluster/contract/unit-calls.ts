/** Units of work that can be requested repeatedly. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { progressSchema } from '../../../shared/contract/progress';
import { unitAnswerSchema, unitSchema } from '../../../shared/contract/unit';
import { MOST_LIST_PARTS } from '../../../shared/limits';

/** The cluster that does the work instead of this computer; it was added, and a person agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const unitsCalls = {
  /** Starts a unit, continues it, or finds it done. Leaving the iterator stops it; the same unit later continues. */
  work: oc.input(z.strictObject({ unit: unitSchema, on })).output(eventIterator(progressSchema, unitAnswerSchema)),
  /** Makes the lists of a run on a cluster, in parts, and joins them here: the same bytes that this computer would write. */
  lists: oc
    .input(
      z.strictObject({ run: z.string(), parts: z.int().min(1).max(MOST_LIST_PARTS).optional(), on: clusterNameSchema }),
    )
    .output(eventIterator(progressSchema, unitAnswerSchema)),
};
