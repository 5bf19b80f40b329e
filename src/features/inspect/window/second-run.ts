/** The run that the open one is compared with (A), for as long as this window lives. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export const useSecondRun = create<{ runId: string | null }>()(
  persist((): { runId: string | null } => ({ runId: null }), {
    name: 'shelfwise.second-run',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const compareWith = (runId: string | null): void => void useSecondRun.setState({ runId });
