/**
 * What can be asked of this computer or a cluster, and what comes of it, one line each: units, and work that is made of them. A job is such work on
 * a cluster, with which the engine goes on by itself after the program that asked for it has ended (decision 48).
 */
import * as z from 'zod';
import { clusterNameSchema } from '../shared/contract/cluster';
import { progressSchema } from '../shared/contract/progress';
import { unitAnswerSchema } from '../shared/contract/unit';
import { wireErrorSchema } from '../shared/errors';
import { LONGEST_RUN_NAME } from '../shared/limits';
import { joinUnitSchema, listsInPartsSchema, listsUnitSchema } from './export/contract/lists';
import { leaderboardRequestSchema, leaderboardSchema } from './leaderboard/contract/leaderboard';
import { compareUnitSchema } from './leaderboard/contract/unit';
import { repeatedSeedsSchema, seedsRequestSchema } from './sweep/contract/seeds';
import { sweepProgressSchema, sweepRequestSchema, sweepSchema } from './sweep/contract/sweep';
import { trainUnitSchema } from './train/contract/unit';
import { verifyUnitSchema } from './verify/contract/unit';

export const unitSchema = z.discriminatedUnion('kind', [
  trainUnitSchema,
  compareUnitSchema,
  verifyUnitSchema,
  listsUnitSchema,
  joinUnitSchema,
]);
export type Unit = z.infer<typeof unitSchema>;
/** A unit of one kind. */
export type UnitOf<Kind extends Unit['kind']> = Extract<Unit, { kind: Kind }>;

const jobWorkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), request: unitSchema }),
  z.strictObject({ kind: z.literal('seeds'), request: seedsRequestSchema }),
  z.strictObject({ kind: z.literal('sweep'), request: sweepRequestSchema }),
  z.strictObject({ kind: z.literal('leaderboard'), request: leaderboardRequestSchema }),
  z.strictObject({ kind: z.literal('lists'), request: listsInPartsSchema }),
]);
export type JobWork = z.infer<typeof jobWorkSchema>;

export const jobResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), result: unitAnswerSchema }),
  z.object({ kind: z.literal('seeds'), result: repeatedSeedsSchema }),
  z.object({ kind: z.literal('sweep'), result: sweepSchema }),
  z.object({ kind: z.literal('leaderboard'), result: leaderboardSchema }),
  z.object({ kind: z.literal('lists'), result: unitAnswerSchema }),
]);
export type JobResult = z.infer<typeof jobResultSchema>;

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

export const jobProblemSchema = z.object({ message: z.string(), ...wireErrorSchema.shape });
