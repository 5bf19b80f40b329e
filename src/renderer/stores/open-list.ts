/** The long list of the open screen, for the link at the top of the page that skips to it. */
import { useEffect } from 'react';
import { create } from 'zustand';

interface OpenList {
  /** Gives the keyboard's focus to a row; null where the screen has no such list. */
  enter: (() => void) | null;
}

export const useOpenList = create<OpenList>()(() => ({ enter: null }));

/** Offers the list while it is shown. */
export function useListToEnter(enter: (() => void) | null): void {
  useEffect(() => {
    useOpenList.setState({ enter });
    return () => {
      if (useOpenList.getState().enter === enter) useOpenList.setState({ enter: null });
    };
  }, [enter]);
}
