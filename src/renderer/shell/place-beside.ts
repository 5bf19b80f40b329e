/** Where a box goes that speaks of something else on the page. */
import type { Anchor } from './use-anchor';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the two, and to the edges of the window; in pixels. */
const GAP = 12;
const EDGE = 8;

const within = (value: number, size: number, from: number, to: number): number =>
  Math.max(from + EDGE, Math.min(value, to - size - EDGE));

/**
 * Below it where there is room, otherwise above, and where there is none at all over it: always within the window, and beside the rail, so
 * that its links stay free.
 * @param rail the width of the rail at the left of the window, in pixels
 */
export function placeBeside(anchor: Anchor, box: Size, room: Size, rail: number): { left: number; top: number } {
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - box.height - GAP;
  const isBelow = below + box.height + EDGE <= room.height || above < EDGE;
  return {
    left: within(anchor.left, box.width, rail, room.width),
    top: within(isBelow ? below : above, box.height, 0, room.height),
  };
}
