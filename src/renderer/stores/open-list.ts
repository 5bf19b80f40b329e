/** The long list of the open screen, for the skip link at the top of the page. */
import { useEffect } from 'react';
import { create } from 'zustand';

interface OpenList {
  /** Focuses a row; null if the screen has no such list. */
  enter: (() => void) | null;
}

export const useOpenList = create<OpenList>()(() => ({ enter: null }));

/** Registers the list while it is shown. */
export function useListToEnter(enter: (() => void) | null): void {
  useEffect(() => {
    useOpenList.setState({ enter });
    return () => {
      if (useOpenList.getState().enter === enter) useOpenList.setState({ enter: null });
    };
  }, [enter]);
}
