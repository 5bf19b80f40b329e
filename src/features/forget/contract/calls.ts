/** Removes data from a workspace to protect a person. */
import { eventIterator, oc } from '@orpc/contract';
import { forgetRequestSchema, forgettingPlanSchema, forgettingSchema } from '../../../shared/contract/privacy';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';

export const privacyCalls = {
  /** Describes what forgetting a profile would do; changes nothing. */
  planForgetting: oc.input(forgetRequestSchema).output(forgettingPlanSchema),
  /** Removes a profile from everything in the workspace, and keeps it out of later imports of the same folder. This cannot be undone. */
  forget: oc.input(forgetRequestSchema).output(eventIterator(progressSchema, forgettingSchema)),
  /** The pseudonym of a profile of this data set, by its ID. `pseudonymKey` is the key file, absolute. */
  pseudonym: oc
    .input(z.strictObject({ data: z.string(), profile: z.string(), pseudonymKey: z.string().min(1) }))
    .output(z.object({ pseudonym: z.string() })),
};
