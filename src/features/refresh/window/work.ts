/** What the long calls of this feature answer. */
import type { Refresh } from '../contract/refresh';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** About the run that it begins with. */
    refresh: Refresh;
  }
}
