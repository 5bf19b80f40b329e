import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { signedHeadSchema } from '../../../shared/contract/audit';
import { appliedTuningSchema } from '../../../shared/contract/applied-tuning';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { namedTitleSchema } from '../../../shared/contract/new-title-reason';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { progressSchema } from '../../../shared/contract/progress';
import { exportRecordSchema } from '../../../shared/contract/run';
import { earlierExportSchema } from '../../../shared/contract/run-life';
import { unitAnswerSchema } from '../../../shared/contract/unit';
import { lastExportSchema } from './last-export';
import { listsInPartsSchema } from './lists';

const exportInput = z.strictObject({
  runId: z.string(),
  format: z.enum(EXPORT_FORMATS),
  /** For a format that guards texts: the exact ones, though a spreadsheet may run some as formulas. */
  raw: z.boolean().optional(),
  /** A key file (absolute): translates pseudonyms back to the IDs of the user's files. */
  pseudonymKey: z.string().min(1).optional(),
  rules: rulesChoiceSchema.optional(),
  /** Applied before the rules. */
  tuning: appliedTuningSchema.optional(),
});

/** What was written, and the head of the audit log that has it. */
const exportedSchema = exportRecordSchema.extend({ head: signedHeadSchema });
export type Exported = z.infer<typeof exportedSchema>;

export const exportRunCalls = {
  export: oc
    .input(
      exportInput.extend({
        out: z.string(),
        /** Hash of an earlier export: if the bytes would differ, nothing is written. */
        sha256: z.string().optional(),
      }),
    )
    .output(exportedSchema),
  /**
   * The first lines of the file that `export` would write; for one that is not text, its first rows as lines of CSV.
   * @throws as `export` does where it writes no file of the run
   */
  previewExport: oc.input(exportInput.extend({ lines: z.int().min(1).max(100).default(10) })).output(
    z.object({
      lines: z.array(z.string()),
      /** Number of profiles whose lists are in the file. */
      profiles: z.int(),
      /** The list that is written first, best title first; null for a file without lists. */
      first: z.object({ profile: z.string(), titles: z.array(namedTitleSchema) }).nullable(),
      /** Titles without viewings that rules brought into the file, those in most lists first. */
      newTitles: z.array(z.object({ item: z.string(), title: z.string().nullable(), lists: z.int() })),
    }),
  ),
  /** Exports of a run, latest first. */
  exports: oc.input(z.strictObject({ runId: z.string() })).output(z.array(earlierExportSchema)),
  /** The last export of any run of the workspace; null without one. */
  lastExport: oc.output(lastExportSchema.nullable()),
};

export const exportUnitCalls = {
  /** Makes the lists of a run on a cluster, in parts, and joins them here: the same bytes that this computer would write. */
  lists: oc
    .input(listsInPartsSchema.extend({ on: clusterNameSchema }))
    .output(eventIterator(progressSchema, unitAnswerSchema)),
};
