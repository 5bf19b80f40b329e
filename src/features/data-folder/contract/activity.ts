import * as z from 'zod';

/** How much was watched when. */
export const activitySchema = z.object({
  bucket: z.enum(['day', 'week', 'month', 'year']),
  /** One after another, none left out; at most 120. */
  buckets: z.array(
    z.object({
      /** Its first day (YYYY-MM-DD, in the time zone that was asked for). A week begins on Monday. */
      from: z.string(),
      /** Accepted and repaired events of the history. */
      viewings: z.int(),
      /** Rejected rows of its files whose text has a time of that bucket. */
      rejected: z.int(),
    }),
  ),
  /** Rejected rows whose text has no time, or one before the first or after the last bucket. */
  rejectedElsewhere: z.int(),
});
export type Activity = z.infer<typeof activitySchema>;
