/** Results of this feature's long calls. */
import type { RunStability } from '../../../../shared/contract/stability';

declare module '../../../../renderer/stores/activity' {
  interface WorkResults {
    stability: RunStability;
  }
}
