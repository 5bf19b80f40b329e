/** The action of Ctrl/Cmd+Enter on the open screen; the palette offers it too. */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';

interface MainAction {
  /** In the user's language. */
  label: string;
  run: () => void;
  /** Why it is unavailable; null if it is available. */
  blocked: string | null;
}

export const useMainActionStore = create<{ action: MainAction | null }>()(() => ({ action: null }));

/**
 * Registers the screen's main action while the screen is shown; what runs is that of the latest rendering.
 * @param action null leaves it to a part of the screen that has one
 */
export function useMainAction(action: MainAction | null): void {
  const latest = useRef(action);
  latest.current = action;
  const { label = null, blocked = null } = action ?? {};
  useEffect(() => {
    if (label === null) return undefined;
    const shown = { label, blocked, run: () => latest.current?.run() };
    useMainActionStore.setState({ action: shown });
    return () => {
      if (useMainActionStore.getState().action === shown) useMainActionStore.setState({ action: null });
    };
  }, [label, blocked]);
}
