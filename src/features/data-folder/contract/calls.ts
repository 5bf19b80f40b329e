/** Data folders and their snapshots. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { addAnswerSchema } from '../../../shared/contract/data-change';
import {
  datasetSchema,
  folderViewSchema,
  importAnswerSchema,
  mappingFileSchema,
  rowIssueSchema,
  sourceStateSchema,
  unreadableDatasetSchema,
} from '../../../shared/contract/dataset';
import { isKnownTimeZone } from '../../../shared/values/time-zone';
import { activitySchema } from './activity';
import { progressSchema } from '../../../shared/contract/progress';

export const datasetsCalls = {
  /** Reads a folder into a snapshot. `folder` is absolute. */
  import: oc
    .input(
      z.strictObject({
        folder: z.string().min(1),
        /** Its labels are saved with the data set and are no part of the mapping that is stored and hashed. */
        mapping: mappingFileSchema.optional(),
        /** A key file (absolute): IDs of profiles are replaced by pseudonyms. It is made where it is not there. */
        pseudonymKey: z.string().min(1).optional(),
      }),
    )
    .output(eventIterator(progressSchema, importAnswerSchema)),
  /** Makes a new data set of what another one has and what a folder adds to it: the same events twice count once. The old one stays. */
  add: oc
    .input(
      z.strictObject({
        /** Fingerprint of the data set that is added to. */
        data: z.string(),
        folder: z.string().min(1),
        /** As that of the data set, with other names of files; the same where absent. */
        mapping: mappingFileSchema.optional(),
        /** The key file of its pseudonyms, where it has any. */
        pseudonymKey: z.string().min(1).optional(),
      }),
    )
    .output(eventIterator(progressSchema, addAnswerSchema)),
  /** What is in a folder before it is read, and a column mapping for it, from names and values at the beginnings of its files. */
  look: oc.input(z.strictObject({ folder: z.string().min(1) })).output(folderViewSchema),
  list: oc.output(z.array(datasetSchema)),
  /** Data sets that are there and cannot be opened, which `list` therefore leaves out, and why. */
  unreadable: oc.output(z.array(unreadableDatasetSchema)),
  get: oc.input(z.strictObject({ fingerprint: z.string() })).output(datasetSchema),
  /** Whether the user's folder is still what was imported. */
  checkSource: oc.input(z.strictObject({ fingerprint: z.string() })).output(sourceStateSchema),
  /** How much was watched when, in at most 120 bars; null where the data has no times. */
  /** Counted by the days of a time zone; of UTC where none is given. */
  activity: oc
    .input(
      z.strictObject({
        fingerprint: z.string(),
        timeZone: z.string().max(100).refine(isKnownTimeZone, 'is no time zone known here').optional(),
      }),
    )
    .output(activitySchema.nullable()),
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
