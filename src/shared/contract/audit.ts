import * as z from 'zod';

/** What became of an action of which the log has the intention; open: it goes on, or broke off. */
const AUDIT_OUTCOMES = ['completed', 'failed', 'open'] as const;

/**
 * An entry of the audit log; its other fields depend on `what`. Shelfwise itself writes `forgotten` in place of a removed line, and answers
 * `damaged` for a line that cannot be read, `missing` for one that a record of a run or a later log names and that is gone.
 */
export const auditEntrySchema = z.looseObject({
  /** Empty for a line that was forgotten or cannot be read. */
  at: z.string(),
  what: z.string(),
  runId: z.string().optional(),
  profile: z.string().optional(),
  /** Absent for what is no action, and for lines of earlier versions. */
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** before: written by an earlier version, outside of the chain; broken: a line before this one was taken out, changed or moved, or this one was. */
  chain: z.enum(['before', 'broken']).optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
