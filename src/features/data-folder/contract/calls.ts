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
        /** Its labels are saved with the data set and are not part of the stored and hashed mapping. */
        mapping: mappingFileSchema.optional(),
        /** A key file (absolute): replaces profile IDs by pseudonyms. Created if it does not exist. */
        pseudonymKey: z.string().min(1).optional(),
      }),
    )
    .output(eventIterator(progressSchema, importAnswerSchema)),
  /** Makes a new data set of an existing one and what a folder adds to it; repeated events count once. The old one stays. */
  add: oc
    .input(
      z.strictObject({
        /** Fingerprint of the data set to add to. */
        data: z.string(),
        folder: z.string().min(1),
        /** The data set's mapping with other file names; the same where absent. */
        mapping: mappingFileSchema.optional(),
        /** The key file of its pseudonyms, if it has any. */
        pseudonymKey: z.string().min(1).optional(),
      }),
    )
    .output(eventIterator(progressSchema, addAnswerSchema)),
  /** Previews a folder before it is read, with a column mapping guessed from names and values at the beginnings of its files. */
  look: oc.input(z.strictObject({ folder: z.string().min(1) })).output(folderViewSchema),
  list: oc.output(z.array(datasetSchema)),
  /** Data sets that cannot be opened, and so are not in `list`, and why. */
  unreadable: oc.output(z.array(unreadableDatasetSchema)),
  get: oc.input(z.strictObject({ fingerprint: z.string() })).output(datasetSchema),
  /** Whether the user's folder is still what was imported. */
  checkSource: oc.input(z.strictObject({ fingerprint: z.string() })).output(sourceStateSchema),
  /** Viewings over time, in at most 120 bars; null if the data has no times. */
  /** Counts by the days of a time zone; UTC where absent. */
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
        /** The exact texts, though a spreadsheet may run some as formulas. */
        raw: z.boolean().optional(),
      }),
    )
    .output(z.object({ path: z.string(), rows: z.int() })),
};
