/** What people keep with a data set. Each has a revision: who changes it says which one was read. */
import * as z from 'zod';
import { profileFilterSchema } from './profiles';
import { tuningSchema } from './tuning';

export const noteSchema = z.object({
  /** Empty where there is none. */
  text: z.string().max(10_000),
  /** 0 where there is none. */
  revision: z.int(),
  /** ISO 8601 in UTC; null where there is none. */
  changedAt: z.string().nullable(),
});
export type Note = z.infer<typeof noteSchema>;

const name = z.string().trim().min(1).max(100);
const kept = { id: z.string(), name, revision: z.int(), changedAt: z.string() };
/** What was read, for who changes it: both, or neither for something new. */
const earlier = { id: z.string().optional(), revision: z.int().optional() };

export const keptTuningSchema = z.object({
  ...kept,
  tuning: tuningSchema,
  /** The run it was made on: latent directions mean something there only. */
  runId: z.string(),
});
export type KeptTuning = z.infer<typeof keptTuningSchema>;
export const keepTuningSchema = z.strictObject({ ...earlier, name, tuning: tuningSchema, runId: z.string() });

export const keptSegmentSchema = z.object({ ...kept, filter: profileFilterSchema });
export type KeptSegment = z.infer<typeof keptSegmentSchema>;
export const keepSegmentSchema = z.strictObject({ ...earlier, name, filter: profileFilterSchema });

export const removeKeptSchema = z.strictObject({ data: z.string(), id: z.string(), revision: z.int() });
