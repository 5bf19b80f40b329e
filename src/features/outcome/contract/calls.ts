import { eventIterator, oc } from '@orpc/contract';
import { progressSchema } from '../../../shared/contract/progress';
import { outcomeRequestSchema, outcomesSchema } from './outcome';

export const outcomeRunCalls = {
  /** What was watched of each exported list, according to later data. */
  outcomes: oc.input(outcomeRequestSchema).output(eventIterator(progressSchema, outcomesSchema)),
};
