/** Results of this feature's long calls. */
import type { RepeatedSeeds } from '../../../shared/contract/seeds';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by data set. */
    seeds: RepeatedSeeds;
  }
}
