/** Weeks: data as it came in, and what became of it. */
import * as z from 'zod';
import { refreshBaseSchema, refreshSchema } from '../../refresh/contract/refresh';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { namedTitleSchema } from '../../../shared/contract/new-title-reason';

const weekSchema = z.object({
  data: z.object({
    fingerprint: z.string(),
    name: z.string(),
    /** ISO 8601. */
    importedAt: z.string(),
    /** First and last time of all viewings, ISO 8601 in UTC; null without times. The week is that of the last one. */
    period: z.object({ from: z.string(), to: z.string() }).nullable(),
    profiles: z.int(),
    items: z.int(),
    viewings: z.int(),
  }),
  /** What is there that the week before did not have; null for the first. What was taken out, as by forgetting, counts as nothing. */
  added: z.object({ since: z.string(), profiles: z.int(), items: z.int(), viewings: z.int() }).nullable(),
  /** The run whose lists the week is about: sent, chosen, approved, made by a refresh or trained last, in this order. Null without one. */
  run: z
    .object({
      runId: z.string(),
      name: z.string(),
      /** Number of lists. */
      lists: z.int(),
    })
    .nullable(),
  /** How the refresh that added this data ended; null for data that came in by hand. */
  refresh: refreshSchema
    .pick({ refreshId: true, state: true, reason: true, folder: true, from: true, compared: true })
    .nullable(),
  /** The approval in force of the run's lists, given in this workspace. */
  approved: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** The last file with these lists. */
  sent: z
    .object({
      path: z.string(),
      format: z.enum(EXPORT_FORMATS),
      profiles: z.int(),
      sha256: z.string(),
      at: z.string(),
      /** Who had approved them; null where nobody had. */
      by: z.string().nullable(),
    })
    .nullable(),
});
export type Week = z.infer<typeof weekSchema>;

export const weeksSchema = z.object({
  /** Latest first. */
  weeks: z.array(weekSchema),
  /** What the next refresh of this data starts from; null without a run. */
  base: refreshBaseSchema.nullable(),
});
export type Weeks = z.infer<typeof weeksSchema>;

/** Titles by viewings that came in, most watched first. */
export const newlyWatchedSchema = z.array(namedTitleSchema.extend({ viewings: z.int() }));
