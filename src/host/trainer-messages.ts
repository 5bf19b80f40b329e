/** What a comparing trainer sends to the process that forked it. */
import * as z from 'zod';
import { leaderboardSchema, progressSchema } from '../shared/contract';
import { EXIT_STATUS, type ErrorCode } from '../shared/errors';

const codes = Object.keys(EXIT_STATUS) as [ErrorCode, ...ErrorCode[]];

export const trainerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: progressSchema }),
  z.object({ kind: z.literal('leaderboard'), leaderboard: leaderboardSchema }),
  z.object({ kind: z.literal('error'), code: z.enum(codes), message: z.string() }),
]);
export type TrainerMessage = z.infer<typeof trainerMessageSchema>;
