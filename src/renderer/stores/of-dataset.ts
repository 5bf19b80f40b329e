/**
 * State that belongs to a data set and is kept with it for the life of the window: filters, forms, the run that lists are
 * compared with. A store reads and changes the state of the open data set; another data set has its own.
 */
import { create, useStore } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { useSelection } from './selection';

interface OfDataset<State> {
  (): State;
  <Answer>(select: (state: State) => Answer): Answer;
  getState: () => State;
  setState: (changes: Changes<State>) => void;
  /** Of a data set that may not be the open one. */
  setStateOf: (data: string, changes: Changes<State>) => void;
}
type Changes<State> = Partial<State> | ((now: State) => Partial<State>);

interface Options<State> {
  /** Of the entry in the tab's storage. */
  readonly name: string;
  readonly version: number;
  /** Makes a stored state that of this program. */
  readonly complete?: (stored: unknown, initial: State) => State;
}

interface Kept {
  carry: (before: string, after: string) => void;
  drop: (data: string) => void;
}
const all: Kept[] = [];

/** Gives data that were added to, under their new fingerprint, what was kept with them. */
export const carryToDataset = (before: string, after: string): void => all.forEach(({ carry }) => carry(before, after));

/** Forgets what is kept with data that are gone. */
export const dropOfDataset = (data: string): void => all.forEach(({ drop }) => drop(data));

/** @param initial what a data set begins with */
export function createOfDataset<State extends object>(
  initial: () => State,
  { name, version, complete = (stored) => stored as State }: Options<State>,
): OfDataset<State> {
  type Of = Readonly<Record<string, State>>;
  const store = create<{ of: Of }>()(
    persist((): { of: Of } => ({ of: {} }), {
      name,
      version,
      storage: createJSONStorage(() => sessionStorage),
      migrate: () => ({ of: {} }),
      merge: (stored) => {
        const { of = {} } = (stored ?? {}) as { of?: Record<string, unknown> };
        return { of: Object.fromEntries(Object.entries(of).map(([data, one]) => [data, complete(one, initial())])) };
      },
    }),
  );
  /** The states of data sets that nobody has changed yet: the same object each time it is read. */
  const begun = new Map<string, State>();
  const stateOf = (of: Of, data: string): State => {
    const state = Object.hasOwn(of, data) ? of[data] : begun.get(data);
    if (state !== undefined) return state;
    const first = initial();
    begun.set(data, first);
    return first;
  };
  const openData = (dataset: string | null): string => dataset ?? '';
  const setStateOf: OfDataset<State>['setStateOf'] = (data, changes) =>
    store.setState(({ of }) => {
      const now = stateOf(of, data);
      return { of: { ...of, [data]: { ...now, ...(typeof changes === 'function' ? changes(now) : changes) } } };
    });
  const openNow = (): string => openData(useSelection.getState().dataset);
  all.push({
    carry: (before, after) =>
      store.setState(({ of }) =>
        Object.hasOwn(of, before) && !Object.hasOwn(of, after) ? { of: { ...of, [after]: of[before]! } } : { of },
      ),
    drop: (data) => {
      begun.delete(data);
      store.setState(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([key]) => key !== data)) }));
    },
  });
  function useOfDataset(): State;
  function useOfDataset<Answer>(select: (state: State) => Answer): Answer;
  function useOfDataset<Answer>(select?: (state: State) => Answer): State | Answer {
    const data = openData(useSelection(({ dataset }) => dataset));
    return useStore(store, ({ of }) => (select === undefined ? stateOf(of, data) : select(stateOf(of, data))));
  }
  return Object.assign(useOfDataset, {
    getState: () => stateOf(store.getState().of, openNow()),
    setState: (changes: Changes<State>) => setStateOf(openNow(), changes),
    setStateOf,
  });
}
