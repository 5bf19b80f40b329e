/** Which part of a map is seen: moving between its own units (y upwards) and pixels of the screen (y downwards). */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface View {
  /** What lies in the middle, in units of the map. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels to a unit of the map. */
  readonly scale: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How many times larger than the whole map things can be seen. */
export const MOST_ZOOM = 200;
/** Share of the screen that is left free around the whole map. */
const MARGIN = 0.06;

/** The smallest box around all points; a box of its own where there is none, or all lie on one line. */
export function boundsOf(x: ArrayLike<number>, y: ArrayLike<number>): Bounds {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let point = 0; point < x.length; point++) {
    left = Math.min(left, x[point]!);
    right = Math.max(right, x[point]!);
    bottom = Math.min(bottom, y[point]!);
    top = Math.max(top, y[point]!);
  }
  if (x.length === 0) return { left: -1, right: 1, bottom: -1, top: 1 };
  const [wide, high] = [right > left ? 0 : 1, top > bottom ? 0 : 1];
  return { left: left - wide, right: right + wide, bottom: bottom - high, top: top + high };
}

/** The view that shows all of it. */
export function wholeView({ left, right, bottom, top }: Bounds, { width, height }: Size): View {
  const free = 1 - 2 * MARGIN;
  const scale = Math.min((width * free) / (right - left), (height * free) / (top - bottom));
  return { x: (left + right) / 2, y: (bottom + top) / 2, scale: Number.isFinite(scale) && scale > 0 ? scale : 1 };
}

export const toScreen = (view: View, { width, height }: Size, { x, y }: Place): Place => ({
  x: width / 2 + (x - view.x) * view.scale,
  y: height / 2 - (y - view.y) * view.scale,
});

export const toMap = (view: View, { width, height }: Size, { x, y }: Place): Place => ({
  x: view.x + (x - width / 2) / view.scale,
  y: view.y - (y - height / 2) / view.scale,
});

/** Moves what is seen by pixels: as if the map were dragged along. */
export const panned = (view: View, right: number, down: number): View => ({
  ...view,
  x: view.x - right / view.scale,
  y: view.y + down / view.scale,
});

/** Larger or smaller around a pixel, under which the same place of the map stays. */
export function zoomed(view: View, size: Size, factor: number, around: Place): View {
  const fixed = toMap(view, size, around);
  const scale = view.scale * factor;
  return {
    x: fixed.x - (around.x - size.width / 2) / scale,
    y: fixed.y + (around.y - size.height / 2) / scale,
    scale,
  };
}

/** What is seen after the screen changed its size: all of it where all of it was seen, or else what was in the middle, as large. */
export const resized = (view: View, bounds: Bounds, before: Size, now: Size): View =>
  view.scale <= wholeView(bounds, before).scale ? wholeView(bounds, now) : view;

/** Keeps something of the map in sight, no smaller than the whole and no larger than can be told apart. */
export function withinBounds(view: View, bounds: Bounds, size: Size): View {
  const whole = wholeView(bounds, size);
  const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
  const scale = between(view.scale, whole.scale, whole.scale * MOST_ZOOM);
  if (scale === whole.scale) return whole;
  return {
    x: between(view.x, bounds.left, bounds.right),
    y: between(view.y, bounds.bottom, bounds.top),
    scale,
  };
}
