/** Moves the view of a map by wheel, drag, keys and buttons, without animation. */
import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import {
  type Bounds,
  panned,
  type Place,
  resized,
  type Size,
  type View,
  wholeView,
  withinBounds,
  zoomed,
} from './view';

/** Zoom per key press or button. */
const ZOOM_STEP = 1.5;
/** Share of the size moved per arrow key. */
const PAN_STEP = 0.12;
/** Zoom per pixel of wheel travel; a wheel that reports lines counts some 16 pixels per line. */
const WHEEL = 0.0016;
const LINE = 16;

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export interface Moves {
  readonly view: RefObject<View>;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showAll: () => void;
  readonly pan: (right: number, down: number) => void;
  /** Brings a place into view if it is outside. */
  readonly reveal: (place: Place) => void;
  /** Returns whether the key moved the view. */
  readonly press: (event: KeyboardEvent) => boolean;
}

export function useMoves(
  stage: RefObject<HTMLElement | null>,
  { bounds, size, onMove }: { bounds: Bounds; size: Size; onMove: () => void },
): Moves {
  const view = useRef<View>({ x: 0, y: 0, scale: 0 });
  const now = useRef({ bounds, size, onMove });
  now.current = { bounds, size, onMove };
  const change = useCallback((next: (view: View, size: Size) => View) => {
    const { bounds: all, size: box, onMove: tell } = now.current;
    view.current = withinBounds(next(view.current, box), all, box);
    tell();
  }, []);
  // Shows the whole map at first, and whenever the points change.
  const { left, right, bottom, top } = bounds;
  useEffect(() => {
    view.current = { x: 0, y: 0, scale: 0 };
  }, [left, right, bottom, top]);
  const sizeBefore = useRef(size);
  useEffect(() => {
    change((seen, box) => resized(seen, now.current.bounds, sizeBefore.current, box));
    sizeBefore.current = now.current.size;
  }, [change, left, right, bottom, top, size.width, size.height]);

  const zoom = useCallback(
    (factor: number, around?: Place) =>
      change((seen, box) => zoomed(seen, box, factor, around ?? { x: box.width / 2, y: box.height / 2 })),
    [change],
  );
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
      zoom(Math.exp(-turned * WHEEL), { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React's own listener is passive, so the page would scroll too.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [stage, zoom]);

  const zoomIn = useCallback(() => zoom(ZOOM_STEP), [zoom]);
  const zoomOut = useCallback(() => zoom(1 / ZOOM_STEP), [zoom]);
  const showAll = useCallback(() => change((_, box) => wholeView(now.current.bounds, box)), [change]);
  const pan = useCallback((toRight: number, down: number) => change((seen) => panned(seen, toRight, down)), [change]);
  const reveal = useCallback(
    ({ x, y }: Place) =>
      change((seen, box) => {
        const [across, along] = [box.width / seen.scale, box.height / seen.scale];
        const isSeen = Math.abs(x - seen.x) < 0.48 * across && Math.abs(y - seen.y) < 0.48 * along;
        return isSeen ? seen : { ...seen, x, y };
      }),
    [change],
  );
  const press = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const arrow = ARROWS[event.key];
    const { width, height } = now.current.size;
    if (arrow !== undefined) pan(arrow[0] * PAN_STEP * width, arrow[1] * PAN_STEP * height);
    else if (event.key === '+' || event.key === '=') zoomIn();
    else if (event.key === '-' || event.key === '_') zoomOut();
    else if (event.key === '0' || event.key === 'Home') showAll();
    else return false;
    event.preventDefault();
    return true;
  };
  return { view, zoomIn, zoomOut, showAll, pan, reveal, press };
}
