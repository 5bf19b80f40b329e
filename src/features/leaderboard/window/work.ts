/** What the long calls of this feature answer. */
import type { Leaderboard } from '../../../shared/contract/leaderboard';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    leaderboard: Leaderboard;
  }
}
