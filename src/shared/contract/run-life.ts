/** What happens to runs beside training: marks, the queue, exports, estimates. */
import * as z from 'zod';
import { recipeSchema } from '../recipe/schema';
import { saidSchema } from '../words/sentence';
import { runForgottenSchema } from './privacy';
import { exportRecordSchema, runRecordSchema } from './run';
import { LONGEST_NOTE, LONGEST_RUN_NAME } from '../limits';

const name = z.string().trim().min(1).max(LONGEST_RUN_NAME);
const note = z.string().max(LONGEST_NOTE);

/** The marks on a run. Stored beside the record, which is sealed; each change needs the revision that was read. */
export const runMarksSchema = z.object({
  /** The name given later; null where the record's counts. */
  name: name.nullable(),
  starred: z.boolean(),
  /** Archived: not listed unless requested, never chosen automatically. */
  archived: z.boolean(),
  note,
  /** 0 where it never had marks. */
  revision: z.int(),
  /** ISO 8601 in UTC; null where it never had marks. */
  changedAt: z.string().nullable(),
});
export type RunMarks = z.infer<typeof runMarksSchema>;
export const markRunSchema = z.strictObject({
  runId: z.string(),
  revision: z.int(),
  name: name.nullable().optional(),
  starred: z.boolean().optional(),
  archived: z.boolean().optional(),
  note: note.optional(),
});

/** A run as it is shown: its record, under the name that was given to it last. */
export const runSchema = runRecordSchema.extend({
  marks: runMarksSchema,
  /** Why it has no lists and cannot be verified: absent unless a profile that it was trained on was forgotten. */
  forgotten: runForgottenSchema.optional(),
});
export type Run = z.infer<typeof runSchema>;

/** Whether its lists can be looked at and exported. One that is trained further has those of before until it ends. */
export const hasLists = ({ listsSha256, status, forgotten }: Run): boolean =>
  listsSha256 !== null && status !== 'running' && forgotten === undefined;

/** What a run is started with. `data` is a fingerprint, or the beginning of one. */
export const startRunSchema = z.strictObject({
  data: z.string(),
  recipe: recipeSchema,
  seed: z.int().min(0).max(0xffffffff),
  name: z.string().max(LONGEST_RUN_NAME).optional(),
  parent: z.string().optional(),
});
export type StartRun = z.infer<typeof startRunSchema>;

export const queueEntrySchema = startRunSchema.extend({
  id: z.string(),
  /** Its order among the waiting ones. */
  place: z.number(),
  datasetName: z.string(),
  addedAt: z.string(),
  /** Why it could not be started; it is passed over until it is removed, or moved. */
  problem: z.object({ message: z.string(), said: saidSchema.optional() }).nullable(),
});
export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** The result of asking for the next run of the queue. */
export const queueStepSchema = z.object({
  /** The run that was started. */
  started: z.string().nullable(),
  /** The run that is being trained, and has to end first. */
  running: z.string().nullable(),
  /** How many can still be started. */
  waiting: z.int(),
});

export const earlierExportSchema = exportRecordSchema.extend({
  /** Whether the file that was written is still there, with the same bytes. */
  file: z.enum(['same', 'changed', 'missing']),
});
export type EarlierExport = z.infer<typeof earlierExportSchema>;

export const estimateSchema = z.object({
  seconds: z.object({ low: z.number(), high: z.number() }),
  /** Peak memory of the trainer, in bytes. */
  memory: z.number(),
  /** same: a finished run of this recipe on this data; runs: finished runs of this workspace; none: figures of another computer, and a short measurement of this one. */
  from: z.enum(['same', 'runs', 'none']),
  /** Finished runs that it was made from. */
  runs: z.int(),
  freeMemory: z.number(),
});
export type Estimate = z.infer<typeof estimateSchema>;
