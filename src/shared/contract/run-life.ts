/** What happens to runs besides training: marks, queue, exports, estimates. */
import * as z from 'zod';
import { PRESET_NAMES } from '../recipe/presets';
import { recipeSchema } from '../recipe/schema';
import { saidSchema } from '../words/sentence';
import { runForgottenSchema } from './privacy';
import { exportRecordSchema, runRecordSchema } from './run';
import { LONGEST_NOTE, LONGEST_RUN_NAME } from '../limits';

const name = z.string().trim().min(1).max(LONGEST_RUN_NAME);
const note = z.string().max(LONGEST_NOTE);

/** The marks on a run, stored beside its sealed record; each change needs the revision it was based on. */
export const runMarksSchema = z.object({
  /** The new name; null keeps the record's. */
  name: name.nullable(),
  starred: z.boolean(),
  /** Hidden from lists unless requested, and never chosen automatically. */
  archived: z.boolean(),
  note,
  /** ISO 8601 in UTC: when it was chosen as the run in use; absent if it was not, or another one was chosen since. */
  chosenAt: z.string().optional(),
  /** 0 without marks. */
  revision: z.int(),
  /** ISO 8601 in UTC; null without marks. */
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

/** A run as shown: its record under its latest name. */
export const runSchema = runRecordSchema.extend({
  marks: runMarksSchema,
  /** ISO 8601 in UTC: when people here exported or approved its lists last; absent if they have not. */
  usedAt: z.string().optional(),
  /** Why it has no lists and cannot be verified; only set if a profile it was trained on was forgotten. */
  forgotten: runForgottenSchema.optional(),
  /** How it came here, for a run whose training was elsewhere. */
  brought: z
    .object({
      /** Name of the bundle's file; null if an earlier version opened it. */
      file: z.string().nullable(),
      /** The cluster that was asked for it. */
      cluster: z.string().nullable(),
      openedAt: z.string(),
      /** Whether its last verification on this computer gave its lists. */
      verified: z.boolean(),
      /** Why its lists are not exported, as far as it was looked at; empty if they follow from its model. */
      problem: z.object({ message: z.string(), said: saidSchema }).nullable(),
      /** Whether the user decided to use them all the same. */
      accepted: z.boolean(),
    })
    .optional(),
});
export type Run = z.infer<typeof runSchema>;

/** Whether its lists can be shown and exported. A run trained further keeps its earlier lists until it ends. */
export const hasLists = ({ listsSha256, status, forgotten }: Run): boolean =>
  listsSha256 !== null && status !== 'running' && forgotten === undefined;

/** Arguments for starting a run. `data` is a fingerprint or the beginning of one. */
export const startRunSchema = z.strictObject({
  data: z.string(),
  recipe: recipeSchema,
  seed: z.int().min(0).max(0xffffffff),
  name: z.string().max(LONGEST_RUN_NAME).optional(),
  parent: z.string().optional(),
});
export type StartRun = z.infer<typeof startRunSchema>;

export const queueEntrySchema = startRunSchema.extend({
  /** Null for one of an earlier recipe version, which is never started. */
  recipe: recipeSchema.nullable(),
  id: z.string(),
  /** Its position among the waiting runs. */
  place: z.number(),
  datasetName: z.string(),
  addedAt: z.string(),
  /** Why it could not start; it is skipped until it is removed or moved. */
  problem: z.object({ message: z.string(), said: saidSchema.optional() }).nullable(),
});
export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** The result of asking for the next queued run. */
export const queueStepSchema = z.object({
  /** The started run. */
  started: z.string().nullable(),
  /** The run in training, which has to end first. */
  running: z.string().nullable(),
  /** How many can still start. */
  waiting: z.int(),
});

export const earlierExportSchema = exportRecordSchema.extend({
  /** Whether the written file still exists with the same bytes. */
  file: z.enum(['same', 'changed', 'missing']),
});
export type EarlierExport = z.infer<typeof earlierExportSchema>;

export const estimateSchema = z.object({
  seconds: z.object({ low: z.number(), high: z.number() }),
  /** Peak memory of the trainer, in bytes. */
  memory: z.number(),
  /**
   * same: a finished run of this recipe on this data; runs: finished runs of this workspace; none: figures of another
   * computer and a short measurement of this one.
   */
  from: z.enum(['same', 'runs', 'none']),
  /** Number of finished runs it is based on. */
  runs: z.int(),
  freeMemory: z.number(),
  /** Where the free memory is too little: presets that need no more of it, those first that usually have the better lists. */
  fitting: z.array(z.enum(PRESET_NAMES)),
});
export type Estimate = z.infer<typeof estimateSchema>;
