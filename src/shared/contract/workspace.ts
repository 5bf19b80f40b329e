/** The workspace as a whole: removals, changes, the state of this computer. */
import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { saidSchema } from '../words/sentence';
import { WORKSPACE_FOLDERS } from '../processes/workspace-folders';
import { deviceSchema } from './device';
import { environmentSchema, programSchema } from './run';

export const removalSchema = z.object({
  id: z.string(),
  kind: z.enum(['run', 'dataset']),
  /** Name of the run or the data set. */
  name: z.string(),
  trash: z.string(),
  /** Runs that can no longer be verified. */
  affectedRuns: z.array(z.string()),
});
export type Removal = z.infer<typeof removalSchema>;

/** An entry of the trash that can be restored. */
export const trashEntrySchema = removalSchema.omit({ trash: true }).extend({
  /** Name of its folder in the trash. */
  entry: z.string(),
  deletedAt: z.string(),
  bytes: z.int(),
});
export type TrashEntry = z.infer<typeof trashEntrySchema>;

/** An entry that a newer version put into the trash (`newer-version`): this version neither restores nor removes it. */
export const unreadableTrashSchema = z.object({
  /** Name of its folder in the trash. */
  entry: z.string(),
  code: z.enum(ERROR_CODES),
  message: z.string(),
  said: saidSchema.optional(),
});
export type UnreadableTrash = z.infer<typeof unreadableTrashSchema>;

export const diagnosisSchema = environmentSchema.extend({
  program: programSchema.pick({ version: true, commit: true, buildSha256: true }),
  versions: z.record(z.string(), z.string()),
  workspace: z.object({ folder: z.string(), bytes: z.int(), datasets: z.int(), runs: z.int(), freeBytes: z.int() }),
  devices: z.array(deviceSchema),
  findings: z.array(
    z.object({ severity: z.enum(['good', 'warning', 'problem']), message: z.string(), said: saidSchema.optional() }),
  ),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;

export const workspaceChangeSchema = z.object({
  kind: z.enum(WORKSPACE_FOLDERS),
  id: z.string().nullable(),
});
