/** Places a box beside the element it explains. */
import type { Anchor } from './use-anchor';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between box and element, and between box and window edge. */
const GAP = 12;
const EDGE = 8;

const within = (value: number, size: number, from: number, to: number): number =>
  Math.max(from + EDGE, Math.min(value, to - size - EDGE));

/** Whether two boxes overlap. Placed boxes keep GAP between them except at the window's edges. */
const covers = (box: Anchor, other: Anchor): boolean =>
  box.left < other.left + other.width &&
  other.left < box.left + box.width &&
  box.top < other.top + other.height &&
  other.top < box.top + box.height;

/**
 * Tries below, above, right and left of the anchor, and the lower right corner: the first place that covers neither the
 * anchor nor what else the box explains. Falls back to a place that leaves the anchor free, then to covering it. Stays inside the window and
 * clear of the rail.
 * @param told other elements that the box explains
 * @param rail width in pixels of the rail at the left of the window
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
    { left: room.width, top: room.height },
  ].map(({ left, top }) => ({
    left: within(left, box.width, rail, room.width),
    top: within(top, box.height, 0, room.height),
  }));
  const firstFree = (of: readonly Anchor[]): { left: number; top: number } | undefined =>
    places.find((place) => !of.some((one) => covers({ ...place, ...box }, one)));
  return firstFree([anchor, ...told]) ?? firstFree([anchor]) ?? places[0]!;
}
