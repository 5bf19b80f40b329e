import { oc } from '@orpc/contract';
import { fairnessInputSchema, fairnessSchema } from './fairness';

export const fairnessRunCalls = {
  /**
   * What lists would be if one attribute of a child were that of another, all else alike; and what stands along them.
   * @throws `usage` for fewer children than FEWEST_IN_GROUP, or an attribute that the data does not have
   */
  fairness: oc.input(fairnessInputSchema).output(fairnessSchema),
};
