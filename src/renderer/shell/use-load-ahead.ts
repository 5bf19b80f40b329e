/**
 * Loads the code of every screen and chart once the first screen is shown. If the engine serves it, as in a browser, a
 * screen first opened while the engine is away would otherwise have none.
 */
import { useEffect } from 'react';
import { DRAWINGS } from '../../features/window';

/** Milliseconds reserved for the first screen. */
const HEAD_START = 500;

async function loadAll(): Promise<void> {
  const files = Object.values(DRAWINGS).map(({ fetchAhead }) => fetchAhead());
  // A chart that fails to load it now tries again later.
  await Promise.allSettled([...files, import('../components/chart/draw-picture')]);
}

export function useLoadAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadAll(), HEAD_START);
    return () => clearTimeout(timer);
  }, []);
}
