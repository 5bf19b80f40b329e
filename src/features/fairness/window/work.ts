/** Results of this feature's long calls. */
import type { Fairness } from '../contract/fairness';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by the run. */
    fairness: Fairness;
  }
}
