/** What the long calls of this feature answer. */
import type { ScoreAgain } from '../contract/run-comparison';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** About runs that are compared, their IDs joined by commas. */
    again: ScoreAgain;
  }
}
