import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { conditionSchema } from './condition';

export const conditionRunCalls = {
  /** What was measured, or what measuring takes, or why there is nothing to measure. */
  condition: oc.input(z.strictObject({ runId: z.string() })).output(conditionSchema),
  /** Those of the runs of a data set that were measured. */
  conditions: oc.input(z.strictObject({ data: z.string() })).output(z.array(conditionSchema)),
  /**
   * Trains the recipe of a run with its attributes, without them and with shuffled ones, each without a part of the profiles, and keeps with the run what
   * comes of it. It gives way to every other training, and to the queue. Leaving the iterator pauses it; the same request goes on. Does nothing where it
   * was measured, or cannot be.
   * @throws `not-found`; `bad-data` where too few profiles have enough titles; as training does
   */
  measureCondition: oc
    .input(z.strictObject({ runId: z.string() }))
    .output(eventIterator(progressSchema, conditionSchema)),
};
