import { useRef, type TouchEvent } from 'react';

/** Pixels that a finger goes sideways at least. */
const FAR = 60;
/** It goes this many times further sideways than up or down; otherwise it scrolls. */
const FLAT = 2;

/** Tells a swipe of one finger to the left or right. Nothing is held back from the browser, which goes on scrolling. */
export function useSwipe(on: { readonly left: () => void; readonly right: () => void }): {
  readonly onTouchStart: (event: TouchEvent) => void;
  readonly onTouchEnd: (event: TouchEvent) => void;
} {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }) => {
      const first = touches[0];
      from.current = first === undefined || touches.length > 1 ? null : { x: first.clientX, y: first.clientY };
    },
    onTouchEnd: ({ changedTouches }) => {
      const last = changedTouches[0];
      const start = from.current;
      from.current = null;
      if (start === null || last === undefined) return;
      const [across, down] = [last.clientX - start.x, last.clientY - start.y];
      if (Math.abs(across) < FAR || Math.abs(across) < FLAT * Math.abs(down)) return;
      if (across < 0) on.left();
      else on.right();
    },
  };
}
