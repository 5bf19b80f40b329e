/** Results of this feature's long calls. */
import type { RepeatedSeeds } from '../contract/seeds';
import type { Sweep } from '../contract/sweep';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by data set. */
    sweep: Sweep;
    seeds: RepeatedSeeds;
  }
}
