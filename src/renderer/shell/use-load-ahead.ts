/**
 * Fetches the files of every screen and chart once the first screen is there: React remembers that a screen's file
 * could not be fetched, so a screen opened for the first time while the engine is away would stay an error after it has come back.
 */
import { useEffect } from 'react';
import { DRAWINGS } from './routes';

/** Milliseconds that the first screen has for itself. */
const HEAD_START = 500;

async function loadAll(): Promise<void> {
  const files = [...Object.values(DRAWINGS).map(({ load }) => load), () => import('../components/chart/draw-picture')];
  // A file that cannot be had now is asked for again by the screen that needs it.
  await Promise.allSettled(files.map((load) => load()));
}

export function useLoadAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadAll(), HEAD_START);
    return () => clearTimeout(timer);
  }, []);
}
