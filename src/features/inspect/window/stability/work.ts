/** What the long calls of this feature answer. */
import type { RunStability } from '../../../../shared/contract/stability';

declare module '../../../../renderer/stores/activity' {
  interface WorkResults {
    stability: RunStability;
  }
}
