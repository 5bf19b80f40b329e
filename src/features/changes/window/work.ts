/** Results of this feature's long calls. */
import type { MeasuredSeeds } from '../contract/changes';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    /** Keyed by the run whose lists are measured. */
    chance: MeasuredSeeds;
  }
}
