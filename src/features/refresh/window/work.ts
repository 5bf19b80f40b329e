/** Results of this feature's long calls. */
import type { Refresh } from '../contract/refresh';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by the run it starts from. */
    refresh: Refresh;
  }
}
