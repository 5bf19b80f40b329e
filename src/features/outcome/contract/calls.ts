import { eventIterator, oc } from '@orpc/contract';
import { progressSchema } from '../../../shared/contract/progress';
import { outcomeRequestSchema, outcomesSchema } from './outcome';

export const outcomeRunCalls = {
  /** What of each exported list was then watched, by data that came later. */
  outcomes: oc.input(outcomeRequestSchema).output(eventIterator(progressSchema, outcomesSchema)),
};
