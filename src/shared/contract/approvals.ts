import * as z from 'zod';
import { LONGEST_KEPT_NAME, LONGEST_NOTE } from '../limits';

/** An approval in a bundle comes from outside: nothing in it may be longer than what can be typed here. */
const MOST_FOUND = 100;

/** An approval or its withdrawal. Both are kept. */
export const approvalSchema = z.object({
  kind: z.enum(['approved', 'withdrawn']),
  by: z.string().max(LONGEST_KEPT_NAME),
  reason: z.string().max(LONGEST_NOTE),
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** SHA-256 of the approved lists. */
  listsSha256: z.string().length(64).nullable(),
  /** SHA-256 of the rules at approval; null for lists as the run made them. */
  rulesSha256: z.string().length(64).nullable().default(null),
  /** What the checks found at the time, counted per check. */
  found: z.array(z.object({ check: z.string().max(LONGEST_KEPT_NAME), count: z.int().min(0) })).max(MOST_FOUND),
});
export type Approval = z.infer<typeof approvalSchema>;

export const approvalsSchema = z.object({
  /** The approval in force; null if there is none or it was withdrawn. */
  current: approvalSchema.nullable(),
  /** All approvals and withdrawals, latest first. */
  all: z.array(approvalSchema),
});
export type Approvals = z.infer<typeof approvalsSchema>;
