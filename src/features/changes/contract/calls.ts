import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import {
  changedListRequestSchema,
  changedListSchema,
  changedListsSchema,
  changedProfileSchema,
  changedProfilesRequestSchema,
  changesRequestSchema,
  measuredChanceSchema,
} from './changes';

export const changesCalls = {
  /**
   * @throws `not-found` for a run without lists, an export that is not recorded, or rules of one that are no longer saved; `usage` for an export under
   * a tuning, or runs that have no profile in common
   */
  lists: oc.input(changesRequestSchema).output(changedListsSchema),
  /** All profiles whose lists have other titles, or those of a group. @throws as `lists`, `not-found` for a segment that is not saved */
  profiles: oc.input(changedProfilesRequestSchema).output(z.array(changedProfileSchema)),
  /** The list of one profile; null where a side has none. Takes no longer with more profiles. @throws as `lists` */
  list: oc.input(changedListRequestSchema).output(changedListSchema.nullable()),
  /**
   * Trains the recipe of a run once more on its data, with the next seed, in a run that is archived: whatever asks for `lists` afterwards knows what is
   * chance. It gives way to every other training, and to the queue. Leaving the iterator pauses it; the same request goes on. Does nothing where it is
   * known already.
   * @throws `not-found`, `usage` for a run that is not finished; as training does
   */
  measureChance: oc
    .input(z.strictObject({ runId: z.string() }))
    .output(eventIterator(progressSchema, measuredChanceSchema)),
};
