import { eventIterator, oc } from '@orpc/contract';
import { progressSchema } from '../../../shared/contract/progress';
import { diagnosisSchema } from '../../../shared/contract/workspace';
import { everythingInputSchema, everythingSchema } from './everything';

export const deviceWorkspaceCalls = {
  doctor: oc.output(diagnosisSchema),
  /** Compares every file that has a recorded hash with it, and mends on request. */
  checkEverything: oc.input(everythingInputSchema).output(eventIterator(progressSchema, everythingSchema)),
};
