/** What this browser or app remembers of data sets and runs: that somebody declined or stopped something about them. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** More than people work with; the oldest are forgotten. */
const MOST_REMEMBERED = 100;

interface Remembered {
  /** A hook. */
  readonly useHas: (id: string | null) => boolean;
  readonly add: (id: string) => void;
  readonly remove: (id: string) => void;
}

/** IDs under a name of the storage, the latest last. */
export function remembered(name: string): Remembered {
  const useIds = create<{ ids: readonly string[] }>()(
    persist(() => ({ ids: [] as readonly string[] }), { name: `shelfwise.${name}`, version: 1 }),
  );
  const without = (id: string): string[] => useIds.getState().ids.filter((one) => one !== id);
  return {
    useHas: (id) => useIds(({ ids }) => id !== null && ids.includes(id)),
    add: (id) => useIds.setState({ ids: [...without(id), id].slice(-MOST_REMEMBERED) }),
    remove: (id) => useIds.setState({ ids: without(id) }),
  };
}
