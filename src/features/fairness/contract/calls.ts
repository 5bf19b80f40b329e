import { eventIterator, oc } from '@orpc/contract';
import { progressSchema } from '../../../shared/contract/progress';
import { fairnessInputSchema, fairnessSchema } from './fairness';

export const fairnessRunCalls = {
  /**
   * What lists would be if one attribute of a child were that of another, all else alike; and what stands along them.
   * @throws `usage` for fewer children than FEWEST_IN_GROUP, or an attribute that the data does not have
   */
  fairness: oc.input(fairnessInputSchema).output(fairnessSchema),
  /**
   * Trains the recipe of a run on shuffled attributes, keeps with the run how far its lists move then, and answers as `fairness`. It gives way to every
   * other training, and to the queue. Leaving the iterator pauses it; the same request goes on. Trains nothing where that was done, or where lists cannot
   * follow an attribute.
   * @throws as `fairness` and training do
   */
  measureFairness: oc.input(fairnessInputSchema).output(eventIterator(progressSchema, fairnessSchema)),
};
