/** A run to compare. */
import type { Run } from '../../../shared/contract/run-life';
import type { TestProfiles } from '../../../engine/runs/test-profiles-file';

export interface Opened {
  readonly folder: string;
  readonly run: Run;
  /** Null if the run keeps no metrics of single test profiles. */
  readonly figures: TestProfiles | null;
}
