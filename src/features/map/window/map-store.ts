/** State of the map: what it shows lasts as long as the window, the selection as long as the map is open. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { MapSubject } from '../contract/make-map';

interface Shown {
  of: MapSubject;
  /** What the points of each subject are coloured by, as colour-key.ts writes it. */
  by: Record<MapSubject, string>;
  names: boolean;
}

export const useShownMap = create<Shown>()(
  persist(
    (): Shown => ({
      of: 'profiles',
      by: { profiles: 'cluster', titles: 'cluster' },
      names: true,
    }),
    { name: 'shelfwise.map', version: 1, storage: createJSONStorage(() => sessionStorage) },
  ),
);

/** By search text; or one by one, by loop, and by legend, whose groups are points too, as another layout has other groups. */
export type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly number[] };

interface Selection {
  /** Key of the map it belongs to; point indexes hold in the next map of the same run. */
  readonly key: string;
  readonly choice: Choice;
  /** The marked point, on the map and in the list. */
  readonly focused: number | null;
  /** Whether the list shows all points despite a selection. */
  readonly listsAll: boolean;
}

const NOTHING: Omit<Selection, 'key'> = { choice: { kind: 'none' }, focused: null, listsAll: false };

const useSelectionStore = create<Selection>()(() => ({ key: '', ...NOTHING }));

/** The selection of one map; empty for another. */
export function useMapSelection(key: string): Selection {
  const selection = useSelectionStore();
  return selection.key === key ? selection : { key, ...NOTHING };
}

const change = (key: string, changes: Partial<Selection>): void =>
  useSelectionStore.setState((now) => ({ ...(now.key === key ? now : NOTHING), ...changes, key }));

export const choose = (key: string, choice: Choice): void => change(key, { choice, listsAll: false });
/** A selection of these points. */
export const choiceOf = (points: readonly number[]): Choice =>
  points.length === 0 ? { kind: 'none' } : { kind: 'points', points };
/** Like `choose`, but keeps the rows that the list shows. */
export const choosePoints = (key: string, points: readonly number[]): void => change(key, { choice: choiceOf(points) });
export const focusPoint = (key: string, focused: number | null): void => change(key, { focused });
export const listAll = (key: string, listsAll: boolean): void => change(key, { listsAll });
