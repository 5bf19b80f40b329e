/** The data set and the run that the screens are about. Kept, so that a reload finds the same ones open. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Selection {
  /** Fingerprint of the open data set. */
  dataset: string | null;
  /** The run whose lists are shown; always one of the open data set. */
  runId: string | null;
  /** The run that each data set was last looked at with. */
  runOf: Record<string, string>;
}

export const useSelection = create<Selection>()(
  persist((): Selection => ({ dataset: null, runId: null, runOf: {} }), { name: 'shelfwise.selection', version: 1 }),
);

/** Opens a data set, with the run it was last looked at with. */
export const openDataset = (fingerprint: string): void =>
  void useSelection.setState(({ runOf }) => ({ dataset: fingerprint, runId: runOf[fingerprint] ?? null }));

export const closeDataset = (): void => void useSelection.setState({ dataset: null, runId: null });

/** Shows the lists of a run; its data set is opened with it. */
export const activateRun = (runId: string, fingerprint: string): void =>
  void useSelection.setState(({ runOf }) => ({
    dataset: fingerprint,
    runId,
    runOf: { ...runOf, [fingerprint]: runId },
  }));

/** Forgets a run that is no longer there. */
export const forgetRun = (runId: string): void =>
  void useSelection.setState((now) => ({
    runId: now.runId === runId ? null : now.runId,
    runOf: Object.fromEntries(Object.entries(now.runOf).filter(([, id]) => id !== runId)),
  }));
