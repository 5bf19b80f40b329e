/** Results of this feature's long calls. */
import type { Leaderboard } from '../contract/leaderboard';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    leaderboard: Leaderboard;
  }
}
