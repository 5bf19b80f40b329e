import { oc } from '@orpc/contract';
import * as z from 'zod';
import { removalSchema, trashEntrySchema, unreadableTrashSchema } from '../../../shared/contract/workspace';

export const trashWorkspaceCalls = {
  /** Moves a run or a data set to the trash. */
  delete: oc.input(z.strictObject({ id: z.string().min(1) })).output(removalSchema),
  /** What can be restored, newest first. */
  trash: oc.output(z.array(trashEntrySchema)),
  /** What `trash` leaves out because a newer version put it there, and why. */
  unreadableTrash: oc.output(z.array(unreadableTrashSchema)),
  /** Moves a run or a data set back from the trash; of several of one ID, the last that was deleted. */
  restore: oc.input(z.strictObject({ id: z.string().min(1) })).output(trashEntrySchema),
  /** Empties the trash and collects what no run or data set needs; foreign files are left alone and named. */
  collect: oc.output(z.object({ removed: z.array(z.string()), bytes: z.int(), leftAlone: z.array(z.string()) })),
};
