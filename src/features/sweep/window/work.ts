/** Results of this feature's long calls. */
import type { Sweep } from '../../../shared/contract/sweep';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by data set. */
    sweep: Sweep;
  }
}
