/** State of the list of titles. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type WhichTitles = 'all' | 'recommended' | 'never' | 'unwatched';

export const useTitleList = create<{ text: string; which: WhichTitles }>()(
  persist(() => ({ text: '', which: 'all' as WhichTitles }), {
    name: 'shelfwise.titles',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const setTitleText = (text: string): void => void useTitleList.setState({ text });
export const setTitleWhich = (which: WhichTitles): void => void useTitleList.setState({ which });
