import { oc } from '@orpc/contract';
import * as z from 'zod';
import { copiesRequest, stabilitySchema } from '../../../shared/contract/stability';
import { tuningSchema } from '../../../shared/contract/tuning';

export const stabilityProfileCalls = {
  /** In how many noisy copies of its history each title of a list stays. */
  stability: oc
    .input(
      z.strictObject({ runId: z.string(), profile: z.string(), ...copiesRequest, tuning: tuningSchema.optional() }),
    )
    .output(stabilitySchema),
};
