/** Results of this feature's long calls. */
import type { MadeMap } from '../contract/make-map';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    map: MadeMap;
  }
}
