/** The saved tuning that an export applies, and to which profiles; per data set, for the life of the window. */
import { create } from 'zustand';

interface ChosenTuning {
  /** ID of a saved tuning; null exports the lists as trained. */
  readonly tuningId: string | null;
  /** ID of a saved segment; null for all profiles. */
  readonly segmentId: string | null;
}

const NONE: ChosenTuning = { tuningId: null, segmentId: null };

/** Keyed by fingerprint of the data set. */
const useChoices = create<Readonly<Record<string, ChosenTuning>>>()(() => ({}));

export const useChosenTuning = (data: string): ChosenTuning => useChoices((choices) => choices[data]) ?? NONE;

export const chooseTuning = (data: string, changes: Partial<ChosenTuning>): void =>
  void useChoices.setState((choices) => ({ [data]: { ...(choices[data] ?? NONE), ...changes } }));
