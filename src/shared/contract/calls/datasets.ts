/** Data folders and their snapshots. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import {
  datasetSchema,
  importAnswerSchema,
  mappingProposalSchema,
  mappingSchema,
  rowIssueSchema,
  sourceStateSchema,
  unreadableDatasetSchema,
} from '../dataset';
import { progressSchema } from '../progress';

export const datasetsCalls = {
  /** Reads a folder into a snapshot. `folder` is absolute. */
  import: oc
    .input(
      z.strictObject({
        folder: z.string().min(1),
        mapping: mappingSchema.optional(),
        /** A key file (absolute): IDs of profiles are replaced by pseudonyms. It is made where it is not there. */
        pseudonymKey: z.string().min(1).optional(),
      }),
    )
    .output(eventIterator(progressSchema, importAnswerSchema)),
  /** A column mapping for a folder with other names, from names and values at the beginnings of its files. */
  proposeMapping: oc.input(z.strictObject({ folder: z.string().min(1) })).output(mappingProposalSchema),
  list: oc.output(z.array(datasetSchema)),
  /** Data sets that are there and cannot be opened, which `list` therefore leaves out, and why. */
  unreadable: oc.output(z.array(unreadableDatasetSchema)),
  get: oc.input(z.strictObject({ fingerprint: z.string() })).output(datasetSchema),
  /** Whether the user's folder is still what was imported. */
  checkSource: oc.input(z.strictObject({ fingerprint: z.string() })).output(sourceStateSchema),
  rowIssues: oc
    .input(
      z.strictObject({
        fingerprint: z.string(),
        start: z.int().min(0),
        end: z.int().min(0),
        outcome: z.enum(['repaired', 'rejected']).optional(),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(rowIssueSchema) })),
  exportRowIssues: oc
    .input(
      z.strictObject({
        fingerprint: z.string(),
        out: z.string(),
        /** The exact texts, though a spreadsheet may take some for formulas. */
        raw: z.boolean().optional(),
      }),
    )
    .output(z.object({ path: z.string(), rows: z.int() })),
};
