/** Results of this feature's long calls. */
import type { Leaderboard } from '../../../shared/contract/leaderboard';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    leaderboard: Leaderboard;
  }
}
