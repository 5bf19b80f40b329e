/** Jobs: work on a cluster that the engine continues by itself after the program that asked has ended (decision 48). */
import * as z from 'zod';
import { LONGEST_RUN_NAME, MOST_LIST_PARTS } from '../limits';
import { clusterNameSchema } from './cluster';
import { leaderboardRequestSchema, leaderboardSchema } from './leaderboard';
import { progressSchema } from './progress';
import { repeatedSeedsSchema, seedsRequestSchema } from './seeds';
import { sweepProgressSchema, sweepRequestSchema, sweepSchema } from './sweep';
import { unitAnswerSchema, unitSchema } from './unit';
import { wireErrorSchema } from '../errors';

export const jobWorkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), request: unitSchema }),
  z.strictObject({ kind: z.literal('seeds'), request: seedsRequestSchema }),
  z.strictObject({ kind: z.literal('sweep'), request: sweepRequestSchema }),
  z.strictObject({ kind: z.literal('leaderboard'), request: leaderboardRequestSchema }),
  /** The lists of a run, in parts that are joined here. */
  z.strictObject({
    kind: z.literal('lists'),
    request: z.strictObject({ run: z.string(), parts: z.int().min(1).max(MOST_LIST_PARTS).optional() }),
  }),
]);
export type JobWork = z.infer<typeof jobWorkSchema>;

export const jobRequestSchema = z.strictObject({
  on: clusterNameSchema,
  /** Its name for the user. */
  name: z.string().max(2 * LONGEST_RUN_NAME),
  work: jobWorkSchema,
});
export type JobRequest = z.infer<typeof jobRequestSchema>;

export const jobIdSchema = z.string().regex(/^j[0-9a-f]{16}$/);

export const jobSchema = jobRequestSchema.extend({
  job: jobIdSchema,
  /** ISO 8601. */
  startedAt: z.string(),
  /** elsewhere: another program of this workspace follows it. failed: its failure was not reported yet. */
  state: z.enum(['running', 'elsewhere', 'failed']),
});
export type Job = z.infer<typeof jobSchema>;

/** Progress of a job; for a sweep, everything a sweep reports. */
export const jobProgressSchema = z.object({
  progress: progressSchema.nullable(),
  sweep: sweepProgressSchema.nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

export const jobResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), result: unitAnswerSchema }),
  z.object({ kind: z.literal('seeds'), result: repeatedSeedsSchema }),
  z.object({ kind: z.literal('sweep'), result: sweepSchema }),
  z.object({ kind: z.literal('leaderboard'), result: leaderboardSchema }),
  z.object({ kind: z.literal('lists'), result: unitAnswerSchema }),
]);
export type JobResult = z.infer<typeof jobResultSchema>;

export const jobProblemSchema = z.object({ message: z.string(), ...wireErrorSchema.shape });
