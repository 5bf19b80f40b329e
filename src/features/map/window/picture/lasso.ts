/** The loop drawn around points. */
import type { Place } from './view';

/** Pixels between two corners of a loop; finer detail is noise of the hand. */
const STEP = 3;

/** The loop with one more corner; the same loop if the pointer has hardly moved. */
export function withCorner(loop: readonly Place[], corner: Place): readonly Place[] {
  const last = loop.at(-1);
  if (last !== undefined && Math.hypot(corner.x - last.x, corner.y - last.y) < STEP) return loop;
  return [...loop, corner];
}

/** Whether a place lies inside the closed loop, by the even-odd rule. */
export function isInside(loop: readonly Place[], x: number, y: number): boolean {
  let inside = false;
  let from = loop.at(-1)!;
  for (const to of loop) {
    if (from.y > y !== to.y > y && x < ((from.x - to.x) * (y - to.y)) / (from.y - to.y) + to.x) inside = !inside;
    from = to;
  }
  return inside;
}
