/** Results of this feature's long calls. */
import type { UnitAnswer } from '../../../shared/contract/unit';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** A run on a cluster, keyed by the fingerprint of its data set. */
    cluster: UnitAnswer;
    /** Keyed by the run whose lists a cluster computes. */
    lists: UnitAnswer;
  }
}
