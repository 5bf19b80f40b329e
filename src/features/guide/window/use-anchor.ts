/** Finds the element that a step of the tour points at, and where it is on the page. */
import { useEffect, useState } from 'react';
import type { TourStep } from '../../../renderer/stores/preferences';

export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Selects the element that a screen marks for a step. */
export const anchorOf = (step: TourStep): string => `[data-tour="${step}"]`;

/** Selects other elements that the text of a step explains. */
const toldOf = (step: TourStep): string => `[data-tour-tells="${step}"]`;

interface Pointed {
  readonly anchor: Anchor;
  readonly told: readonly Anchor[];
}

/** Fallback in the rail if the step's element is not on the page; used first and last. */
const RAIL: Record<TourStep, string> = {
  open: 'nav [href$="/week"]',
  data: 'nav [href$="/week"]',
  train: 'nav [href$="/runs"]',
  profiles: 'nav [href$="/profiles"]',
  compare: 'nav [href$="/profiles"]',
  rules: 'nav [href$="/rules"]',
  review: 'nav [href$="/week"]',
  export: 'nav [href$="/week"]',
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

/** Events by which a user scrolls. */
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
      // Keeps the element in view while the screen loads and after a resize; in between the user scrolls freely.
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
