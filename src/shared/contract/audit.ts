import * as z from 'zod';

/** A line of the audit log; its fields depend on `what`. */
export const auditEntrySchema = z.looseObject({
  at: z.string(),
  what: z.string(),
  runId: z.string().optional(),
  profile: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
