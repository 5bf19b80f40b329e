/** Work on a cluster that outlives the program that asked for it. Its results go where they would be without a cluster: into runs, sweeps, lists. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { jobIdSchema, jobProgressSchema, jobRequestSchema, jobResultSchema, jobSchema } from '../../work-schemas';

const byId = z.strictObject({ job: jobIdSchema });

export const jobsCalls = {
  /** Starts the work, or finds the same work in progress. It outlives the call, the window and the program; a later program finds it in the list. */
  start: oc.input(jobRequestSchema).output(jobSchema),
  /** Jobs at work, and failed ones whose failure has not been reported yet. */
  list: oc.output(z.array(jobSchema)),
  /** Follows a job to its end. Leaving the iterator does not stop it; the first caller to follow a failed job gets the failure. */
  follow: oc.input(byId).output(eventIterator(jobProgressSchema, jobResultSchema)),
  /** Makes the cluster stop it. Starting the same work again continues with the rest. */
  stop: oc.input(byId).output(z.object({ stopped: z.string() })),
};
