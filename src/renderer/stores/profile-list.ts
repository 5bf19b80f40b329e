/**
 * State of the list of profiles, for the screen itself and for stepping through it on Compare. Lasts as long as the
 * window.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { ProfileFilter } from '../../shared/contract/profiles';

interface ProfileSort {
  column: string;
  descending: boolean;
}

interface ProfileList {
  /** Filters belong to one data set: another one starts without. */
  dataset: string | null;
  filter: ProfileFilter;
  /** Seed of the shown sample; null for all. */
  sample: number | null;
  /** The sort order when a profile was opened. */
  sort: ProfileSort | undefined;
  /** Place of the profile opened last. */
  place: number | null;
  /** The first of two profiles to compare, while the second is being picked. */
  first: string | null;
}

const EMPTY: ProfileList = { dataset: null, filter: {}, sample: null, sort: undefined, place: null, first: null };

export const useProfileList = create<ProfileList>()(
  persist((): ProfileList => EMPTY, {
    name: 'shelfwise.profiles',
    version: 2,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const listOf = (dataset: string): void => {
  if (useProfileList.getState().dataset !== dataset) useProfileList.setState({ ...EMPTY, dataset });
};
export const setFilter = (filter: ProfileFilter): void =>
  void useProfileList.setState({ filter, sample: null, place: null });
export const setSample = (sample: number | null): void => void useProfileList.setState({ sample, place: null });
export const tellOpened = (place: number, sort?: ProfileSort): void =>
  void useProfileList.setState(sort === undefined ? { place, sort: undefined } : { place, sort });
export const setPlace = (place: number): void => void useProfileList.setState({ place });
export const chooseFirst = (first: string | null): void => void useProfileList.setState({ first });
