/** The action of Ctrl/Cmd+Enter on the open screen; the palette offers it too. */
import { useEffect } from 'react';
import { create } from 'zustand';

interface MainAction {
  /** In the user's language. */
  label: string;
  run: () => void;
  /** Why it is unavailable; null if it is available. */
  blocked: string | null;
}

export const useMainActionStore = create<{ action: MainAction | null }>()(() => ({ action: null }));

/** Registers the screen's main action while the screen is shown. */
export function useMainAction(action: MainAction | null): void {
  useEffect(() => {
    useMainActionStore.setState({ action });
    return () => {
      if (useMainActionStore.getState().action === action) useMainActionStore.setState({ action: null });
    };
  }, [action]);
}
