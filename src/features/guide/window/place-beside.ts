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

/** Two boxes of which neither lies on the other leave the gap between them, but at the edges of the window. */
const covers = (box: Anchor, other: Anchor): boolean =>
  box.left < other.left + other.width &&
  other.left < box.left + box.width &&
  box.top < other.top + other.height &&
  other.top < box.top + box.height;

/**
 * Below it where there is room, otherwise above, right or left of it: the first place that covers neither it nor what else is told of.
 * Where there is none, it alone stays free, and where there is no room for that either, the box lies over it. Always within the window, and
 * beside the rail, so that its links stay free.
 * @param told what else the box tells of
 * @param rail the width of the rail at the left of the window, in pixels
 */
export function placeBeside(
  anchor: Anchor,
  told: readonly Anchor[],
  box: Size,
  room: Size,
  rail: number,
): { left: number; top: number } {
  const rightOf = Math.max(...[anchor, ...told].map(({ left, width }) => left + width));
  const leftOf = Math.min(...[anchor, ...told].map(({ left }) => left));
  const places = [
    { left: anchor.left, top: anchor.top + anchor.height + GAP },
    { left: anchor.left, top: anchor.top - box.height - GAP },
    { left: rightOf + GAP, top: anchor.top },
    { left: leftOf - box.width - GAP, top: anchor.top },
  ].map(({ left, top }) => ({
    left: within(left, box.width, rail, room.width),
    top: within(top, box.height, 0, room.height),
  }));
  const firstFree = (of: readonly Anchor[]): { left: number; top: number } | undefined =>
    places.find((place) => !of.some((one) => covers({ ...place, ...box }, one)));
  return firstFree([anchor, ...told]) ?? firstFree([anchor]) ?? places[0]!;
}
