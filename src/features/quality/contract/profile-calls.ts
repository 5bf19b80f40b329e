import { oc } from '@orpc/contract';
import * as z from 'zod';
import { testedProfileSchema } from './tested';

export const qualityProfileCalls = {
  /** Its viewings in the hold-out of a run, and the hits; null for a profile outside the hold-out. */
  tested: oc.input(z.strictObject({ runId: z.string(), profile: z.string() })).output(testedProfileSchema.nullable()),
};
