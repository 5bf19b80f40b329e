/** What the long calls of this feature answer. */
import type { UnitAnswer } from '../../../shared/contract/unit';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** A run on a cluster, by the fingerprint of its data set. */
    cluster: UnitAnswer;
    /** About a run, whose lists are made on a cluster. */
    lists: UnitAnswer;
  }
}
