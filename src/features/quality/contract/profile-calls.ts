import { oc } from '@orpc/contract';
import * as z from 'zod';
import { testedProfileSchema } from './tested';

export const qualityProfileCalls = {
  /** What it watched in the test part of a run, and what was found of it; null for a profile outside the test part. */
  tested: oc.input(z.strictObject({ runId: z.string(), profile: z.string() })).output(testedProfileSchema.nullable()),
};
