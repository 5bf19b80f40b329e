/** The run that the open one is compared with (A), for as long as this window lives. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Origin } from '../../../renderer/components/origin';

interface SecondRun {
  runId: string | null;
  /** Where the profile must have been opened from; null for anywhere. */
  from: Origin['kind'] | null;
}

export const useSecondRun = create<SecondRun>()(
  persist((): SecondRun => ({ runId: null, from: null }), {
    name: 'shelfwise.second-run',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

/** @param from only for profiles that are opened from there; other lists stand alone again */
export const compareWith = (runId: string | null, from: SecondRun['from'] = null): void =>
  void useSecondRun.setState({ runId, from });
