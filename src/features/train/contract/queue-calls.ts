import { oc } from '@orpc/contract';
import * as z from 'zod';
import { queueEntrySchema, queueStepSchema, startRunSchema } from '../../../shared/contract/run-life';

/** Runs that wait for their turn, stored in the workspace; an open window's engine starts them one after another. */
export const queueCalls = {
  list: oc.output(z.array(queueEntrySchema)),
  add: oc.input(startRunSchema).output(queueEntrySchema),
  /** Moves an entry before another one, or to the end. */
  move: oc.input(z.strictObject({ id: z.string(), before: z.string().nullable() })).output(z.array(queueEntrySchema)),
  remove: oc.input(z.strictObject({ id: z.string() })).output(z.object({ removed: z.string() })),
  /** Starts the next one unless a run of this workspace is being trained. */
  next: oc.output(queueStepSchema),
};
