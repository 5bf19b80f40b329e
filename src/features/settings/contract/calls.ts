/** The workspace, and the computer that it is on. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { saidSchema } from '../../../shared/words/sentence';
import { workspaceChangeSchema } from '../../../shared/contract/workspace';

export const workspaceCalls = {
  /**
   * Changes, for every window, page and program: a new, changed or removed run or data set, and what is kept with it. Misses nothing that changes
   * after the call was answered.
   */
  watch: oc.output(eventIterator(workspaceChangeSchema)),
  /** What opening the workspace here changed: that it was closed to other users. */
  notices: oc.output(z.array(z.object({ message: z.string(), said: saidSchema }))),
};
