/**
 * What a feature keeps in the folder of a run, beside the files that training makes. Each feature declares its own in one row, joined in
 * src/features/kept.ts: bundles carry and check by that table, and forgetting a profile strips by it.
 */
import type { RunRecord } from '../../shared/contract/run';
import type { Vocabulary } from './vocabulary';

export interface KeptInRun {
  readonly holds: 'condition' | 'exports' | 'fairness' | 'map' | 'outcomes' | 'stability' | 'verifications';
  /** Name of the file or folder inside the folder of the run. */
  readonly name: string;
  readonly tellsOf: 'profiles' | 'titles';
  /** How a bundle carries it; null where bundles leave it out. What tells of profiles goes only with the rest that does. */
  readonly inBundle: BundledFile | null;
  /** Whether forgetting a profile of the run's data removes it. */
  readonly strippedByForgetting: boolean;
}

interface BundledFile {
  /** Whether the file may go into a bundle: a bundle leaves out what is damaged or of another model. */
  isWhole(folder: string, record: RunRecord, vocabulary: Vocabulary): Promise<boolean>;
  /** @throws ShelfwiseError `bad-data` where the bytes that a bundle brought do not fit its run, `newer-version` */
  check(bytes: Uint8Array, record: RunRecord, vocabulary: Vocabulary): void;
}
