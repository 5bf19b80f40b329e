import * as z from 'zod';

/** Viewings over time. */
export const activitySchema = z.object({
  bucket: z.enum(['day', 'week', 'month', 'year']),
  /** Consecutive, without gaps; at most 120. */
  buckets: z.array(
    z.object({
      /** Its first day (YYYY-MM-DD, in the requested time zone). A week begins on Monday. */
      from: z.string(),
      /** Accepted and repaired events of the history. */
      viewings: z.int(),
      /** Rejected rows of its files with a time in this bucket in their text. */
      rejected: z.int(),
    }),
  ),
  /** Rejected rows without a time in their text, or with one before the first or after the last bucket. */
  rejectedElsewhere: z.int(),
});
export type Activity = z.infer<typeof activitySchema>;
