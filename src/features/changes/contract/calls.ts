import { oc } from '@orpc/contract';
import * as z from 'zod';
import { changedListsSchema, changedProfilesRequestSchema, changesRequestSchema } from './changes';

export const changesCalls = {
  /**
   * @throws `not-found` for a run without lists, an export that is not recorded, or rules of one that are no longer saved; `usage` for an export under
   * a tuning, or runs that have no profile in common
   */
  lists: oc.input(changesRequestSchema).output(changedListsSchema),
  /** All profiles whose lists have other titles, or those of a group. @throws as `lists`, `not-found` for a segment that is not saved */
  profiles: oc.input(changedProfilesRequestSchema).output(z.array(z.string())),
};
