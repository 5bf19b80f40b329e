import { eventIterator, oc } from '@orpc/contract';
import { onSchema } from '../../../shared/contract/unit';
import { leaderboardRequestSchema, leaderboardSchema } from './leaderboard';
import { progressSchema } from '../../../shared/contract/progress';

export const leaderboardCalls = oc
  .input(leaderboardRequestSchema.extend({ on: onSchema }))
  .output(eventIterator(progressSchema, leaderboardSchema));
