/** What is odd among the lists of a run, and who answers for them. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { approvalsSchema } from '../../../shared/contract/approvals';
import {
  approveSchema,
  checkInputSchema,
  checkReportSchema,
  checkSettingsSchema,
  decideSchema,
  decisionSchema,
  givenCheckSettingsSchema,
  ownChecksSchema,
  queueInputSchema,
  reviewPageSchema,
} from './checks';
import { auditEntrySchema } from '../../../shared/contract/audit';
import { exchangedSchema } from './exchange';

const run = z.strictObject({ runId: z.string() });

export const checksCalls = {
  /** Every check that is on, over all lists of a run. */
  run: oc.input(checkInputSchema).output(checkReportSchema),
  settings: oc.input(z.strictObject({ data: z.string() })).output(checkSettingsSchema),
  /** What is absent stays; own checks are given as a whole. @throws `busy` where they were changed meanwhile */
  set: oc
    .input(
      z.strictObject({
        data: z.string(),
        settings: givenCheckSettingsSchema.optional(),
        own: ownChecksSchema.optional(),
        revision: z.int(),
      }),
    )
    .output(checkSettingsSchema),
};

export const reviewCalls = {
  /** Lists to look at, those with the greatest need first. */
  queue: oc.input(queueInputSchema).output(reviewPageSchema),
  /** @throws `busy` where somebody else decided meanwhile */
  decide: oc.input(decideSchema).output(decisionSchema),
  approvals: oc.input(run).output(approvalsSchema),
  /** Approves the lists of a run for export. */
  approve: oc.input(approveSchema).output(approvalsSchema),
  /** @throws `usage` where nobody has approved it */
  withdraw: oc.input(approveSchema).output(approvalsSchema),
  /** Writes the notes and decisions on profiles of a data set to a file, for another workspace with that data. */
  saveKept: oc
    .input(z.strictObject({ data: z.string(), out: z.string().min(1) }))
    .output(z.object({ path: z.string(), notes: z.int(), decisions: z.int() })),
  /**
   * Merges such a file. Where both say something else, what is here stays, but for profiles in `theirs` (true: all). Without `save` it says
   * what it would do. @throws `usage` for a file of other data
   */
  importKept: oc
    .input(
      z.strictObject({
        data: z.string(),
        file: z.string().min(1),
        /** Of the file as it was looked at: another is refused. */
        fileSha256: z.string().optional(),
        theirs: z.union([z.literal(true), z.array(z.string())]),
        save: z.boolean(),
      }),
    )
    .output(exchangedSchema),
  /** What was decided, approved and exported, of the data set of a run; the latest first. */
  audit: oc.input(run).output(z.array(auditEntrySchema)),
};
