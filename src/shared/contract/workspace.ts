/** The workspace as a whole: what was removed, what changed, the state of this computer. */
import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { saidSchema } from '../words/sentence';
import { WORKSPACE_FOLDERS } from '../processes/workspace-folders';
import { deviceSchema } from './device';
import { environmentSchema, programSchema } from './run';

export const removalSchema = z.object({
  id: z.string(),
  kind: z.enum(['run', 'dataset']),
  trash: z.string(),
  /** Runs that can no longer be verified. */
  affectedRuns: z.array(z.string()),
});
export type Removal = z.infer<typeof removalSchema>;

/** What lies in the trash and can be restored. */
export const trashEntrySchema = removalSchema.omit({ trash: true }).extend({
  /** Name of its folder in the trash. */
  entry: z.string(),
  /** Of the run or the data set. */
  name: z.string(),
  deletedAt: z.string(),
  bytes: z.int(),
});
export type TrashEntry = z.infer<typeof trashEntrySchema>;

/** What lies in the trash and a newer version put there (`newer-version`): this one neither restores nor removes it. */
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
