import { oc } from '@orpc/contract';
import { emptyShelvesInputSchema, emptyShelvesSchema, shelfStepsInputSchema, shelfStepsSchema } from './shelf-steps';

/** Why lists are full of one thing: the shelf, what was watched, the rules, the model, or what rules place. */
export const shelfCalls = {
  /**
   * The share of a value of titles in each step of making the lists.
   * @throws `usage` without attributes of titles, for one that the data does not have, a value that no title has, or fewer profiles than
   * FEWEST_IN_GROUP; `not-found` for an unknown profile
   */
  steps: oc.input(shelfStepsInputSchema).output(shelfStepsSchema),
  /**
   * The week in which profiles have fewer than 25 unwatched titles left of what they may see, if they go on as in the last weeks and no title is added.
   * @throws `usage` without times, with too few weeks of them, for lists that may repeat what was watched, or fewer profiles than FEWEST_IN_GROUP
   */
  empty: oc.input(emptyShelvesInputSchema).output(emptyShelvesSchema),
};
