import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { verificationSchema } from '../../../shared/contract/run';

export const verifyRunCalls = {
  verify: oc.input(z.strictObject({ runId: z.string() })).output(eventIterator(progressSchema, verificationSchema)),
  /** The results of its verifications, latest first. */
  certificates: oc.input(z.strictObject({ runId: z.string() })).output(z.array(verificationSchema)),
  saveCertificate: oc
    .input(z.strictObject({ runId: z.string(), verifiedAt: z.string(), out: z.string() }))
    .output(z.object({ path: z.string(), sha256: z.string() })),
};
