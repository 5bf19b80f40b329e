/** What the long calls of this feature answer. */
import type { Sweep } from '../../../shared/contract/sweep';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** About a data set. */
    sweep: Sweep;
  }
}
