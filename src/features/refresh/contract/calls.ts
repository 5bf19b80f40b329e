/** The weekly job: new data, the last recipe again, compared, checked and exported. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { refreshBaseSchema, refreshProgressSchema, refreshRequestSchema, refreshSchema } from './refresh';

export const refreshCalls = {
  /**
   * Does it, or goes on with it: the same again after a kill comes to the same. Leaving the iterator stops it where it is.
   * @throws what adding, training and exporting throw; a run that does not hold is an answer
   */
  run: oc.input(refreshRequestSchema).output(eventIterator(refreshProgressSchema, refreshSchema)),
  /** What the next one begins with where no run is named; null where there is no run that it could begin with. */
  base: oc.output(refreshBaseSchema.nullable()),
  /** Those of this workspace, the latest first. */
  list: oc.output(z.array(refreshSchema)),
};
