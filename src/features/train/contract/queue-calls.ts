import { oc } from '@orpc/contract';
import * as z from 'zod';
import { queueEntrySchema, queueStepSchema, startRunSchema } from '../../../shared/contract/run-life';

/** Runs that wait for their turn, kept in the workspace; an open window's engine starts them one after the other. */
export const queueCalls = {
  list: oc.output(z.array(queueEntrySchema)),
  add: oc.input(startRunSchema).output(queueEntrySchema),
  /** Puts an entry before another one, or at the end. */
  move: oc.input(z.strictObject({ id: z.string(), before: z.string().nullable() })).output(z.array(queueEntrySchema)),
  remove: oc.input(z.strictObject({ id: z.string() })).output(z.object({ removed: z.string() })),
  /** Starts the next one where nothing is being trained in this workspace. */
  next: oc.output(queueStepSchema),
};
