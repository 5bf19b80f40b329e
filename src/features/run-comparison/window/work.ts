/** Results of this feature's long calls. */
import type { ScoreAgain } from '../contract/run-comparison';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by the compared runs' IDs, joined by commas. */
    again: ScoreAgain;
  }
}
