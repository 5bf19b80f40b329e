/** What the long calls of this feature answer. */
import type { RepeatedSeeds } from '../../../shared/contract/seeds';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** About a data set. */
    seeds: RepeatedSeeds;
  }
}
