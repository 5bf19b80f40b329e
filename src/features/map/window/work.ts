/** Results of this feature's long calls. */
import type { MadeMap } from '../../../shared/contract/make-map';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    map: MadeMap;
  }
}
