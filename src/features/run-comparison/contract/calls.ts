import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { runComparisonSchema, scoreAgainSchema } from './run-comparison';

const comparedRuns = z.array(z.string()).min(2).max(4);

export const runComparisonRunCalls = {
  /** Two to four runs; the others are compared with the first. */
  compare: oc.input(z.strictObject({ runIds: comparedRuns })).output(runComparisonSchema),
  /**
   * Measures runs of different data on the hold-out of the one whose data reaches furthest, as far as possible: each by the model that it was
   * measured with, without training. @throws `usage` for runs of one data set
   */
  scoreAgain: oc
    .input(z.strictObject({ runIds: comparedRuns }))
    .output(eventIterator(progressSchema, scoreAgainSchema)),
};
