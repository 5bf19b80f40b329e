/** State of the list of titles. */
import { createOfDataset } from '../../../renderer/stores/of-dataset';
import type { TitleFilter } from '../contract/title';
import { MOST_OPEN_SERIES } from '../contract/limits';

type Numbers = NonNullable<TitleFilter['numbers']>;

export type WhichTitles = 'all' | 'recommended' | 'never' | 'unwatched';

interface TitleList {
  text: string;
  which: WhichTitles;
  /** Ranges of attributes, which titles are in. */
  numbers: Numbers;
  /** Whether a series stands for its titles. */
  bySeries: boolean;
  /** The open series. */
  open: readonly number[];
  /** The title beside the list; null for none. Coming back shows it again. */
  beside: string | null;
}

export const useTitleList = createOfDataset<TitleList>(
  () => ({ text: '', which: 'all', numbers: {}, bySeries: true, open: [], beside: null }),
  { name: 'shelfwise.titles', version: 2 },
);

export const setTitleText = (text: string): void => useTitleList.setState({ text });
export const setTitleWhich = (which: WhichTitles): void => useTitleList.setState({ which });
export const setNumbers = (numbers: Numbers): void => useTitleList.setState({ numbers });
export const setBySeries = (bySeries: boolean): void => useTitleList.setState({ bySeries });
export const setBeside = (beside: TitleList['beside']): void => useTitleList.setState({ beside });

/** Opens a closed series and closes an open one. */
export const toggleSeries = (series: number): void =>
  useTitleList.setState(({ open }) => ({
    open: (open.includes(series) ? open.filter((one) => one !== series) : [...open, series]).slice(-MOST_OPEN_SERIES),
  }));
