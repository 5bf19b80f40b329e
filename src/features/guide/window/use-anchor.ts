/** What a step of the tour points at, and where on the page that is at the moment. */
import { useEffect, useState } from 'react';
import type { TourStep } from '../../../renderer/stores/preferences';

export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The element that a screen marks for a step. */
export const anchorOf = (step: TourStep): string => `[data-tour="${step}"]`;

/** What else on the page the words of a step are about. */
const toldOf = (step: TourStep): string => `[data-tour-tells="${step}"]`;

interface Pointed {
  readonly anchor: Anchor;
  readonly told: readonly Anchor[];
}

/** Where that is not on the page, the way to it in the rail; the first and the last resort. */
const RAIL: Record<TourStep, string> = {
  open: '[href$="/welcome"]',
  data: 'nav [href$="/data"]',
  train: 'nav [href$="/train"]',
  profiles: 'nav [href$="/profiles"]',
  compare: 'nav [href$="/profiles"]',
  export: 'nav [href$="/export"]',
};

function placeOf(element: Element): Anchor {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

const isSameBox = (one: Anchor, other: Anchor): boolean =>
  one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height;

const isSame = (one: Pointed, other: Pointed): boolean =>
  isSameBox(one.anchor, other.anchor) &&
  one.told.length === other.told.length &&
  one.told.every((box, index) => isSameBox(box, other.told[index]!));

/** What scrolls a screen. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** @returns null while there is nothing to point at */
export function useAnchor(step: TourStep): Pointed | null {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    let frame = 0;
    let last: Element | null = null;
    let isScrolledByUser = false;
    const onHands = (): void => {
      isScrolledByUser = true;
    };
    const onResize = (): void => {
      last = null;
      soon();
    };
    const measure = (): void => {
      frame = 0;
      const element = document.querySelector(anchorOf(step)) ?? document.querySelector(RAIL[step]);
      // Kept in sight while the screen around it still fills, and again in a window of another size; in between the user scrolls.
      if (element !== null && (element !== last || !isScrolledByUser)) element.scrollIntoView({ block: 'nearest' });
      last = element;
      const found =
        element === null
          ? null
          : { anchor: placeOf(element), told: Array.from(document.querySelectorAll(toldOf(step)), placeOf) };
      setPointed((before) => (before !== null && found !== null && isSame(before, found) ? before : found));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    const watcher = new MutationObserver(soon);
    watcher.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', onResize);
    document.addEventListener('scroll', soon, true);
    for (const hand of HANDS) document.addEventListener(hand, onHands, true);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      window.removeEventListener('resize', onResize);
      document.removeEventListener('scroll', soon, true);
      for (const hand of HANDS) document.removeEventListener(hand, onHands, true);
    };
  }, [step]);
  return pointed;
}
