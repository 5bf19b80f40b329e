import * as z from 'zod';
import { signedHeadSchema } from './audit';
import { LONGEST_KEPT_NAME, LONGEST_NOTE } from '../limits';
import { daySchema, notedRulesSchema } from './rules';

/** An approval in a bundle comes from outside: nothing in it may be longer than what can be typed here. */
const MOST_FOUND = 100;

/** An approval or its withdrawal. Both are kept. */
export const approvalSchema = z.object({
  kind: z.enum(['approved', 'withdrawn']),
  by: z.string().max(LONGEST_KEPT_NAME),
  reason: z.string().max(LONGEST_NOTE),
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** SHA-256 of the lists as trained that the approved ones were made of. */
  listsSha256: z.string().length(64).nullable(),
  /** SHA-256 of the rules at approval; null for lists as the run made them. */
  rulesSha256: z.string().length(64).nullable().default(null),
  /** The day of the rules, and which they were; null without rules, and in approvals of builds before 1.0. */
  rulesDate: daySchema.nullable().default(null),
  rules: notedRulesSchema.nullable().default(null),
  /** The tuning at approval; null for lists as trained. */
  tuning: z
    .object({
      tuningSha256: z.string().length(64),
      /** Of the saved tuning and its segment; null for a tuning from a file, or for all profiles. */
      name: z.string().max(LONGEST_KEPT_NAME).nullable(),
      segment: z.string().max(LONGEST_KEPT_NAME).nullable(),
    })
    .nullable()
    .default(null),
  /**
   * SHA-256 of the approved lists: those under the tuning and the rules. Null in approvals of builds before 1.0, which hold for rules and
   * not for what they make of the lists.
   */
  deliveredSha256: z.string().length(64).nullable().default(null),
  /** The head of the audit log with this in it. Absent in approvals of version 1.0.0 and earlier. */
  auditSha256: z.string().length(64).optional(),
  /** What the checks found at the time, counted per check. */
  found: z.array(z.object({ check: z.string().max(LONGEST_KEPT_NAME), count: z.int().min(0) })).max(MOST_FOUND),
});
export type Approval = z.infer<typeof approvalSchema>;

/** Whether the approval in force is of certain lists. */
const APPROVAL_STANDINGS = [
  'holds',
  /** It is of lists under other rules, ... */
  'other-rules',
  /** ... or under another tuning, or none; ... */
  'other-tuning',
  /** ... these rules make other lists now: another day, other data behind a tuning, ... */
  'other-lists',
  /** ... or the lists cannot be made: the data of the run is not here. */
  'unknown',
] as const;
export type ApprovalStanding = (typeof APPROVAL_STANDINGS)[number];

/** The bundle that brought an approval. Its name and date are what the bundle says. */
export const broughtApprovalSchema = z.object({
  /** Name of its file; null if an earlier version opened it. */
  file: z.string().nullable(),
  /** When it was opened here. */
  openedAt: z.string(),
});

const shownApprovalSchema = approvalSchema.extend({
  /** Absent for an approval that was given in this workspace. Not stored: a bundle could say anything. */
  brought: broughtApprovalSchema.optional(),
});
export type ShownApproval = z.infer<typeof shownApprovalSchema>;

const approvalsSchema = z.object({
  /** The approval in force; null if there is none or it was withdrawn. */
  current: shownApprovalSchema.nullable(),
  /** All approvals and withdrawals, latest first. */
  all: z.array(shownApprovalSchema),
});
export type Approvals = z.infer<typeof approvalsSchema>;

/** The answer to an approval or a withdrawal: with the head of the audit log that has it. */
export const approvedSchema = approvalsSchema.extend({ head: signedHeadSchema });
export type Approved = z.infer<typeof approvedSchema>;

export const standingApprovalsSchema = approvalsSchema.extend({
  /** Of the approval in force, for the lists that were asked about; null without one. */
  standing: z.enum(APPROVAL_STANDINGS).nullable(),
});
export type StandingApprovals = z.infer<typeof standingApprovalsSchema>;

/** The approval of exactly these lists that a person gave in this workspace; null without one. A bundle's says what people elsewhere decided. */
export const approvalHolding = (approvals: StandingApprovals | undefined): Approval | null =>
  approvals?.standing === 'holds' && approvals.current?.brought === undefined ? approvals.current : null;
