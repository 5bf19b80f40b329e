/** What the long calls of this feature answer. */
import type { MadeMap } from '../../../shared/contract/make-map';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    map: MadeMap;
  }
}
