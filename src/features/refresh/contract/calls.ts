/** The weekly job: adds new data, trains the last recipe again, compares, checks, and exports what a person has approved. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import {
  refreshBaseSchema,
  refreshProgressSchema,
  refreshRequestSchema,
  refreshSchema,
  unattendedSchema,
} from './refresh';

export const refreshCalls = {
  /**
   * Runs it, or continues it: the same request after a kill has the same result. Leaving the iterator stops it where it is.
   * @throws as adding, training and exporting do; a run that fails the comparison or checks is an answer
   */
  run: oc.input(refreshRequestSchema).output(eventIterator(refreshProgressSchema, refreshSchema)),
  /** What the next one starts from if no run is named; null if there is no such run. */
  base: oc.output(refreshBaseSchema.nullable()),
  /** Whether refreshes of this workspace write files of lists that nobody has approved. */
  unattended: oc.output(unattendedSchema.nullable()),
  /** Lets them, by this person's word, or with null no longer. */
  letUnattended: oc
    .input(z.strictObject({ by: z.string().trim().min(1).max(LONGEST_KEPT_NAME).nullable() }))
    .output(unattendedSchema.nullable()),
  /** The refreshes of this workspace, latest first. */
  list: oc.output(z.array(refreshSchema)),
};
