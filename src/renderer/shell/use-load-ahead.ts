/**
 * Fetches the files of every screen and chart once the first screen is there: where the engine serves them, as to a browser,
 * a screen that is opened for the first time while it is away would have none.
 */
import { useEffect } from 'react';
import { DRAWINGS } from '../../features/window';

/** Milliseconds that the first screen has for itself. */
const HEAD_START = 500;

async function loadAll(): Promise<void> {
  const files = Object.values(DRAWINGS).map(({ fetchAhead }) => fetchAhead());
  // A chart that cannot have it now asks for it again.
  await Promise.allSettled([...files, import('../components/chart/draw-picture')]);
}

export function useLoadAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadAll(), HEAD_START);
    return () => clearTimeout(timer);
  }, []);
}
