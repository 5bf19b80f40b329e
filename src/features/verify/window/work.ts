/** What the long calls of this feature answer. */
import type { Verification } from '../../../shared/contract/run';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    verify: Verification;
  }
}
