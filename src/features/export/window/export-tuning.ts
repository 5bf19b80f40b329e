/** The saved tuning that an export applies, and to whom; for each data set, as long as the window is open. */
import { create } from 'zustand';

export interface ChosenTuning {
  /** Of a saved tuning; null: the lists are exported as trained. */
  readonly tuningId: string | null;
  /** Of a saved segment; null for all profiles. */
  readonly segmentId: string | null;
}

const NONE: ChosenTuning = { tuningId: null, segmentId: null };

/** By fingerprint of the data set. */
const useChoices = create<Readonly<Record<string, ChosenTuning>>>()(() => ({}));

export const useChosenTuning = (data: string): ChosenTuning => useChoices((choices) => choices[data]) ?? NONE;

export const chooseTuning = (data: string, changes: Partial<ChosenTuning>): void =>
  void useChoices.setState((choices) => ({ [data]: { ...(choices[data] ?? NONE), ...changes } }));
