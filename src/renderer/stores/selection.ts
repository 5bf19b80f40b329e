/** The data set and run that the screens are about. Stored, so that a reload opens the same ones. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Selection {
  /** Fingerprint of the open data set. */
  dataset: string | null;
  /** The run whose lists are shown; always one of the open data set. */
  runId: string | null;
  /** The last shown run of each data set. */
  runOf: Record<string, string>;
}

export const useSelection = create<Selection>()(
  persist((): Selection => ({ dataset: null, runId: null, runOf: {} }), { name: 'shelfwise.selection', version: 1 }),
);

/** Opens a data set with the run it was last shown with. */
export const openDataset = (fingerprint: string): void =>
  void useSelection.setState(({ runOf }) => ({ dataset: fingerprint, runId: runOf[fingerprint] ?? null }));

export const closeDataset = (): void => void useSelection.setState({ dataset: null, runId: null });

/** Shows the lists of a run and opens its data set. */
export const activateRun = (runId: string, fingerprint: string): void =>
  void useSelection.setState(({ runOf }) => ({
    dataset: fingerprint,
    runId,
    runOf: { ...runOf, [fingerprint]: runId },
  }));

/** Forgets a run that no longer exists. */
export const forgetRun = (runId: string): void =>
  void useSelection.setState((now) => ({
    runId: now.runId === runId ? null : now.runId,
    runOf: Object.fromEntries(Object.entries(now.runOf).filter(([, id]) => id !== runId)),
  }));
