/** Heads of audit logs that others keep. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { headComparisonSchema, signedHeadSchema } from '../../../shared/contract/audit';
import { LONGEST_HEAD } from './limits';

const run = z.strictObject({ runId: z.string() });
const file = z.string().min(1);

export const headCalls = {
  /** Signs the head of the log of a run's data. Makes the workspace's key on first need. */
  sign: oc.input(run).output(signedHeadSchema),
  /** The same, into a file. */
  save: oc.input(run.extend({ out: file })).output(signedHeadSchema.extend({ path: z.string() })),
  /** Holds the log of now against a head that was kept, in a file or as its text. @throws `bad-data` for what is no head */
  compare: oc
    .input(z.union([z.strictObject({ file }), z.strictObject({ text: z.string().max(LONGEST_HEAD) })]))
    .output(headComparisonSchema),
  /** Signs the head of another workspace beside it, and writes it where `out` says. @throws `usage` for a head of this one */
  cosign: oc
    .input(z.strictObject({ file, out: file.optional() }))
    .output(z.object({ text: z.string(), publicKey: z.string(), path: z.string().nullable() })),
  /** Gives the workspace another key, signed by the one that it had. */
  changeKey: oc.output(z.object({ publicKey: z.string(), made: signedHeadSchema.shape.key })),
};
