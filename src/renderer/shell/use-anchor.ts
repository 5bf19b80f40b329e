/** What a step of the tour points at, and where on the page that is at the moment. */
import { useEffect, useState } from 'react';
import type { TourStep } from '../stores/preferences';

export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The element that a screen marks for a step. */
export const anchorOf = (step: TourStep): string => `[data-tour="${step}"]`;

/** Where that is not on the page, the way to it in the rail; the first and the last resort. */
const RAIL: Record<TourStep, string> = {
  open: '[href$="/welcome"]',
  data: 'nav [href$="/data"]',
  train: 'nav [href$="/train"]',
  profiles: 'nav [href$="/profiles"]',
  compare: 'nav [href$="/profiles"]',
  export: 'nav [href$="/export"]',
};

const isSame = (one: Anchor | null, other: Anchor | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.left === other.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height);

/** @returns null while there is nothing to point at */
export function useAnchor(step: TourStep): Anchor | null {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  useEffect(() => {
    let frame = 0;
    let last: Element | null = null;
    const onResize = (): void => {
      last = null;
      soon();
    };
    const measure = (): void => {
      frame = 0;
      const element = document.querySelector(anchorOf(step)) ?? document.querySelector(RAIL[step]);
      // Brought into sight once, and again in a window of another size; in between the user scrolls.
      if (element !== null && element !== last) element.scrollIntoView({ block: 'nearest' });
      last = element;
      const box = element?.getBoundingClientRect();
      const found = box === undefined ? null : { left: box.left, top: box.top, width: box.width, height: box.height };
      setAnchor((before) => (isSame(before, found) ? before : found));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    const watcher = new MutationObserver(soon);
    watcher.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', onResize);
    document.addEventListener('scroll', soon, true);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      window.removeEventListener('resize', onResize);
      document.removeEventListener('scroll', soon, true);
    };
  }, [step]);
  return anchor;
}
