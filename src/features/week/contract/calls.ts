import { oc } from '@orpc/contract';
import * as z from 'zod';
import { newlyWatchedSchema, weeksSchema } from './week';

/** The weekly job as people see it: what came in, whose lists were made of it, who approved them and what was sent. */
export const weekCalls = {
  /**
   * The weeks of a data set: it, and the data of the same folder and name that came before or after. Worked out from what is recorded, so that
   * nothing of it is kept twice.
   * @throws `not-found` without such data
   */
  list: oc.input(z.strictObject({ data: z.string() })).output(weeksSchema),
  /** The titles with most viewings that `since` did not have, or with most viewings at all; at most MOST_COVERS. */
  newlyWatched: oc.input(z.strictObject({ data: z.string(), since: z.string().nullable() })).output(newlyWatchedSchema),
};
