/** The data set and run that the screens are about. Stored, so that a reload opens the same ones. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Selection {
  /** Fingerprint of the open data set. */
  dataset: string | null;
  /** The run whose lists are shown; always one of the open data set. */
  runId: string | null;
}

export const useSelection = create<Selection>()(
  persist((): Selection => ({ dataset: null, runId: null }), { name: 'shelfwise.selection', version: 1 }),
);

/** Opens a data set with its run in use (useActiveRun); the open one stays with the run that is shown. */
export const openDataset = (fingerprint: string): void =>
  void useSelection.setState((now) => (now.dataset === fingerprint ? now : { dataset: fingerprint, runId: null }));

export const closeDataset = (): void => void useSelection.setState({ dataset: null, runId: null });

/** Shows the lists of a run and opens its data set. */
export const activateRun = (runId: string, fingerprint: string): void =>
  void useSelection.setState({ dataset: fingerprint, runId });

/** Forgets a run that no longer exists. */
export const forgetRun = (runId: string): void =>
  void useSelection.setState((now) => (now.runId === runId ? { runId: null } : now));
