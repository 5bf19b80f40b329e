/** Results of this feature's long calls. */
import type { Verification } from '../../../shared/contract/run';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    verify: Verification;
  }
}
