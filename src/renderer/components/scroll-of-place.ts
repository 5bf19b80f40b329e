/** Scroll positions belong to a place: whatever scrolls is where it was left there, and at its top in a new place. */
import { useEffect, type RefObject } from 'react';

const KEPT = 'shelfwise.scroll';
/** Number of frames in which a screen may still grow to its last height. */
const PATIENCE = 60;
/** After one of these the position is the user's. */
const ACTS = ['pointerdown', 'wheel', 'keydown'] as const;
/** Milliseconds without scrolling before a position is kept. */
const STILL_AFTER = 150;

function readScrolls(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

const keep = (place: string, top: number): void =>
  sessionStorage.setItem(KEPT, JSON.stringify({ ...readScrolls(), [place]: top }));

/** @param place names the place, and the box if several scroll there; null while nothing is shown */
export function useScrollOf(box: RefObject<HTMLElement | null>, place: string | null): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || place === null) return undefined;
    const wanted = readScrolls()[place] ?? 0;
    let frames = 0;
    let frame = 0;
    const restore = (): void => {
      element.scrollTop = wanted;
      if (element.scrollTop < wanted && frames++ < PATIENCE) frame = requestAnimationFrame(restore);
    };
    restore();
    const acts = new AbortController();
    for (const act of ACTS)
      window.addEventListener(act, () => cancelAnimationFrame(frame), {
        capture: true,
        once: true,
        signal: acts.signal,
      });
    // Of this place alone: the box may show another one before the pause has passed.
    let last: number | null = null;
    let timer = 0;
    const keepLast = (): void => {
      window.clearTimeout(timer);
      if (last !== null) keep(place, last);
      last = null;
    };
    const scrolled = (): void => {
      last = element.scrollTop;
      window.clearTimeout(timer);
      timer = window.setTimeout(keepLast, STILL_AFTER);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      acts.abort();
      keepLast();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box, place]);
}
