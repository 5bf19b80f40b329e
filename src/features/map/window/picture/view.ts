/** Which part of a map is visible: converts between map units (y upwards) and screen pixels (y downwards). */

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
  /** The centre of the view, in map units. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels per map unit. */
  readonly scale: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Largest zoom relative to the whole map. */
export const MOST_ZOOM = 200;
/** Share of the screen left free around the whole map. */
const MARGIN = 0.06;

/** The smallest box around all points; a fixed box if there are none or all lie on one line. */
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

/** The view of the whole map. */
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

/** Pans the view by pixels, as if the map were dragged. */
export const panned = (view: View, right: number, down: number): View => ({
  ...view,
  x: view.x - right / view.scale,
  y: view.y + down / view.scale,
});

/** Zooms around a pixel, which keeps its place of the map. */
export function zoomed(view: View, size: Size, factor: number, around: Place): View {
  const fixed = toMap(view, size, around);
  const scale = view.scale * factor;
  return {
    x: fixed.x - (around.x - size.width / 2) / scale,
    y: fixed.y + (around.y - size.height / 2) / scale,
    scale,
  };
}

/** The view after a resize: the whole map if it showed that before, otherwise the same centre and scale. */
export const resized = (view: View, bounds: Bounds, before: Size, now: Size): View =>
  view.scale <= wholeView(bounds, before).scale ? wholeView(bounds, now) : view;

/** Keeps part of the map visible and the zoom between the whole map and MOST_ZOOM. */
export function withinBounds(view: View, bounds: Bounds, size: Size): View {
  const whole = wholeView(bounds, size);
  const scale = between(view.scale, whole.scale, whole.scale * MOST_ZOOM);
  if (scale === whole.scale) return whole;
  return {
    x: between(view.x, bounds.left, bounds.right),
    y: between(view.y, bounds.bottom, bounds.top),
    scale,
  };
}

/** The corner of a name that stands over a place: at the edge of the view it stays whole, as long as the place is in sight. */
export function cornerOfName({ x, y }: Place, name: Size, { width, height }: Size): Place {
  const [left, top] = [x - name.width / 2, y - name.height / 2];
  if (x < 0 || x > width || y < 0 || y > height) return { x: left, y: top };
  return { x: between(left, 0, width - name.width), y: between(top, 0, height - name.height) };
}

export const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
