import { oc } from '@orpc/contract';
import * as z from 'zod';
import { removalSchema, trashEntrySchema, unreadableTrashSchema } from '../../../shared/contract/workspace';

export const trashWorkspaceCalls = {
  /** Moves a run or a data set to the trash. */
  delete: oc.input(z.strictObject({ id: z.string().min(1) })).output(removalSchema),
  /** What can be restored, newest first. */
  trash: oc.output(z.array(trashEntrySchema)),
  /** Entries that `trash` leaves out because a newer version made them, and why. */
  unreadableTrash: oc.output(z.array(unreadableTrashSchema)),
  /** Moves a run or a data set back from the trash; if there are several with the ID, the last deleted one. */
  restore: oc.input(z.strictObject({ id: z.string().min(1) })).output(trashEntrySchema),
  /** Empties the trash and removes what no run or data set needs; leaves foreign files alone and names them. */
  collect: oc.output(z.object({ removed: z.array(z.string()), bytes: z.int(), leftAlone: z.array(z.string()) })),
};
