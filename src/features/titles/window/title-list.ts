/** State of the list of titles. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { TitleFilter } from '../contract/title';
import { MOST_OPEN_SERIES } from '../contract/limits';

type Numbers = NonNullable<TitleFilter['numbers']>;

export type WhichTitles = 'all' | 'recommended' | 'never' | 'unwatched';

interface TitleList {
  text: string;
  which: WhichTitles;
  /** Ranges of attributes of that data set, which titles are in. */
  within: { data: string; numbers: Numbers };
  /** Whether a series stands for its titles. */
  bySeries: boolean;
  /** The open series, which are of one data set. */
  open: { data: string; series: readonly number[] };
  /** The title beside the list, of that data set; null for none. Coming back shows it again. */
  beside: { data: string; item: string } | null;
}

export const useTitleList = create<TitleList>()(
  persist(
    (): TitleList => ({
      text: '',
      which: 'all',
      within: { data: '', numbers: {} },
      bySeries: true,
      open: { data: '', series: [] },
      beside: null,
    }),
    {
      name: 'shelfwise.titles',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
    },
  ),
);

export const setTitleText = (text: string): void => void useTitleList.setState({ text });
export const setTitleWhich = (which: WhichTitles): void => void useTitleList.setState({ which });
export const setNumbers = (data: string, numbers: Numbers): void =>
  void useTitleList.setState({ within: { data, numbers } });
const NONE: Numbers = {};
/** Of the list of a data set. */
export const useNumbers = (data: string): Numbers =>
  useTitleList(({ within }) => (within.data === data ? within.numbers : NONE));
export const setBySeries = (bySeries: boolean): void => void useTitleList.setState({ bySeries });

export function openSeriesOf(data: string): readonly number[] {
  const { open } = useTitleList.getState();
  return open.data === data ? open.series : [];
}

export const setBeside = (beside: TitleList['beside']): void => void useTitleList.setState({ beside });

/** Opens a closed series and closes an open one. */
export function toggleSeries(data: string, series: number): void {
  const open = openSeriesOf(data);
  const next = open.includes(series) ? open.filter((one) => one !== series) : [...open, series];
  useTitleList.setState({ open: { data, series: next.slice(-MOST_OPEN_SERIES) } });
}
