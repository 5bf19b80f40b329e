/** The weekly job: adds new data, trains the last recipe again, compares, checks and exports. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { refreshBaseSchema, refreshProgressSchema, refreshRequestSchema, refreshSchema } from './refresh';

export const refreshCalls = {
  /**
   * Runs it, or continues it: the same request after a kill has the same result. Leaving the iterator stops it where it is.
   * @throws as adding, training and exporting do; a run that fails the comparison or checks is an answer
   */
  run: oc.input(refreshRequestSchema).output(eventIterator(refreshProgressSchema, refreshSchema)),
  /** What the next one starts from if no run is named; null if there is no such run. */
  base: oc.output(refreshBaseSchema.nullable()),
  /** The refreshes of this workspace, latest first. */
  list: oc.output(z.array(refreshSchema)),
};
