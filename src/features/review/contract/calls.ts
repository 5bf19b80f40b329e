/** Odd lists of a run, decisions about them, and approvals. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { approvedSchema, standingApprovalsSchema } from '../../../shared/contract/approvals';
import {
  approveSchema,
  checkInputSchema,
  checkReportSchema,
  checkSettingsSchema,
  decideAllSchema,
  decidedAllSchema,
  decideSchema,
  decisionSchema,
  givenCheckSettingsSchema,
  confirmedRulesSchema,
  ownChecksSchema,
} from './checks';
import {
  causesInputSchema,
  causesSchema,
  placeInputSchema,
  queueInputSchema,
  reviewPageSchema,
  reviewPlaceSchema,
} from './queue';
import { auditEntrySchema } from '../../../shared/contract/audit';
import { exchangedSchema } from './exchange';

const run = z.strictObject({ runId: z.string() });

export const checksCalls = {
  /** Runs every enabled check over all lists of a run. */
  run: oc.input(checkInputSchema).output(checkReportSchema),
  settings: oc.input(z.strictObject({ data: z.string() })).output(checkSettingsSchema),
  /** Keeps absent settings; own checks and confirmed rules are given as a whole. @throws `busy` if they were changed meanwhile */
  set: oc
    .input(
      z.strictObject({
        data: z.string(),
        settings: givenCheckSettingsSchema.optional(),
        own: ownChecksSchema.optional(),
        confirmed: confirmedRulesSchema.optional(),
        revision: z.int(),
      }),
    )
    .output(checkSettingsSchema),
};

export const reviewCalls = {
  /** Lists to review, in the requested order. */
  queue: oc.input(queueInputSchema).output(reviewPageSchema),
  /** What causes the odd lists, with how many of them, largest first; and what rules ordered. */
  causes: oc.input(causesInputSchema).output(causesSchema),
  /** A profile's place in the queue, its neighbours there, and its row. */
  place: oc.input(placeInputSchema).output(reviewPlaceSchema),
  /** All decisions about profiles of the run's data, and owners; profiles without either are left out. */
  decisions: oc.input(run).output(decidedAllSchema),
  /** @throws `busy` if another decision was made meanwhile */
  decide: oc.input(decideSchema).output(decisionSchema),
  /** The same about several lists, all or none. @throws `busy` if another decision about one of them was made meanwhile */
  decideAll: oc.input(decideAllSchema).output(decidedAllSchema),
  /** With whether the one in force is of the lists as these rules and this tuning make them. */
  approvals: oc.input(approveSchema.omit({ by: true, reason: true })).output(standingApprovalsSchema),
  /** Approves the lists of a run for export, as these rules and this tuning make them. */
  approve: oc.input(approveSchema).output(approvedSchema),
  /** @throws `usage` if there is no approval */
  withdraw: oc.input(approveSchema.omit({ rules: true, tuning: true })).output(approvedSchema),
  /** Writes the notes and decisions about profiles of a data set to a file, for another workspace with that data. */
  saveKept: oc
    .input(z.strictObject({ data: z.string(), out: z.string().min(1) }))
    .output(z.object({ path: z.string(), notes: z.int(), decisions: z.int() })),
  /**
   * Merges such a file. Where both differ, this workspace's entry stays, except for profiles in `theirs` (true: all). Without `save` it only says
   * what it would do. @throws `usage` for a file of other data
   */
  importKept: oc
    .input(
      z.strictObject({
        data: z.string(),
        file: z.string().min(1),
        /** Hash of the reviewed file: another one is refused. */
        fileSha256: z.string().optional(),
        theirs: z.union([z.literal(true), z.array(z.string())]),
        save: z.boolean(),
      }),
    )
    .output(exchangedSchema),
  /** Decisions, approvals and exports of the data set of a run; latest first. */
  audit: oc.input(run).output(z.array(auditEntrySchema)),
};
