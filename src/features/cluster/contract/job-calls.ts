/** Work on a cluster that goes on without whoever asked for it. What it came to is where it would be without a cluster: in runs, sweeps, lists. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import {
  jobIdSchema,
  jobProgressSchema,
  jobRequestSchema,
  jobResultSchema,
  jobSchema,
} from '../../../shared/contract/job';

const byId = z.strictObject({ job: jobIdSchema });

export const jobsCalls = {
  /** Begins it, or finds the same at work. It goes on after the call, the window and the program: whoever comes next finds it in the list. */
  start: oc.input(jobRequestSchema).output(jobSchema),
  /** Those that are at work, and those that failed while nobody was there to be told. */
  list: oc.output(z.array(jobSchema)),
  /** Follows one to its end. Leaving the iterator does not stop it; a failure is told to the first that follows it. */
  follow: oc.input(byId).output(eventIterator(jobProgressSchema, jobResultSchema)),
  /** Has the cluster stop it. The same work again goes on with what is left. */
  stop: oc.input(byId).output(z.object({ stopped: z.string() })),
};
