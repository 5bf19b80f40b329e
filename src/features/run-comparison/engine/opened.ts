/** A run that is compared. */
import type { Run } from '../../../shared/contract/run-life';
import type { TestProfiles } from '../../../engine/runs/test-profiles-file';

/** Profiles that are named: those whose lists, or hits, changed most. */
export const MOST_PROFILES = 20;

export interface Opened {
  readonly folder: string;
  readonly run: Run;
  /** Null where the run keeps no figures of single test profiles. */
  readonly figures: TestProfiles | null;
}
