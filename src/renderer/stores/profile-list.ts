/**
 * State of the list of profiles, for the screen itself and for stepping through it on Compare. Lasts as long as the
 * window.
 */
import type { ProfileFilter } from '../../shared/contract/profiles';
import { createOfDataset } from './of-dataset';

interface ProfileSort {
  column: string;
  descending: boolean;
}

interface ProfileList {
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

export const useProfileList = createOfDataset<ProfileList>(
  () => ({ filter: {}, sample: null, sort: undefined, place: null, first: null }),
  { name: 'shelfwise.profiles', version: 3 },
);

export const setFilter = (filter: ProfileFilter): void =>
  useProfileList.setState({ filter, sample: null, place: null });
export const setSample = (sample: number | null): void => useProfileList.setState({ sample, place: null });
export const tellOpened = (place: number, sort?: ProfileSort): void =>
  useProfileList.setState(sort === undefined ? { place, sort: undefined } : { place, sort });
export const setPlace = (place: number): void => useProfileList.setState({ place });
export const chooseFirst = (first: string | null): void => useProfileList.setState({ first });
