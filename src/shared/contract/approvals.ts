import * as z from 'zod';
import { LONGEST_KEPT_NAME, LONGEST_NOTE } from '../limits';

/** An approval that comes in a bundle is a stranger's: nothing in it is longer than what can be typed here. */
const MOST_FOUND = 100;

/** An approval, or that it was taken back. Both stay. */
export const approvalSchema = z.object({
  kind: z.enum(['approved', 'withdrawn']),
  by: z.string().max(LONGEST_KEPT_NAME),
  reason: z.string().max(LONGEST_NOTE),
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The lists that were approved. */
  listsSha256: z.string().length(64).nullable(),
  /** The rules under which they were; null where they were as the run made them. */
  rulesSha256: z.string().length(64).nullable().default(null),
  /** What the checks found then: count by check. */
  found: z.array(z.object({ check: z.string().max(LONGEST_KEPT_NAME), count: z.int().min(0) })).max(MOST_FOUND),
});
export type Approval = z.infer<typeof approvalSchema>;

export const approvalsSchema = z.object({
  /** The one that counts; null where nobody approved the run, or it was taken back. */
  current: approvalSchema.nullable(),
  /** All that was ever said, the latest first. */
  all: z.array(approvalSchema),
});
export type Approvals = z.infer<typeof approvalsSchema>;
