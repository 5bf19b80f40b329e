import { oc } from '@orpc/contract';
import { changedListsSchema, changesRequestSchema } from './changes';

export const changesCalls = {
  /**
   * @throws `not-found` for a run without lists, an export that is not recorded, or rules of one that are no longer saved; `usage` for an export under
   * a tuning, or runs that have no profile in common
   */
  lists: oc.input(changesRequestSchema).output(changedListsSchema),
};
