import { eventIterator, oc } from '@orpc/contract';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { leaderboardRequestSchema, leaderboardSchema } from '../../../shared/contract/leaderboard';
import { progressSchema } from '../../../shared/contract/progress';

export const leaderboardCalls = oc
  .input(leaderboardRequestSchema.extend({ on: clusterNameSchema.optional() }))
  .output(eventIterator(progressSchema, leaderboardSchema));
