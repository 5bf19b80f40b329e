/** Results of this feature's long calls. */
import type { Condition } from '../contract/condition';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by the run. */
    condition: Condition;
  }
}
