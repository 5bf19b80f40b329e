import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref, type RefObject } from 'react';
import { type Box, dotsOf, freePlace } from './free-place';
import type { Points } from './picture';
import { between, type Place, type Size, toScreen, type View } from './view';
import classes from './PointMap.module.css';

/** A name at a point of the map. */
export interface MapLabel extends Place {
  readonly key: string;
  readonly text: string;
}

interface Properties {
  ref: Ref<{ place: () => void }>;
  view: RefObject<View>;
  size: Size;
  points: Points;
  labels: readonly MapLabel[];
  focused: number | null;
  hovered: number | null;
  hoveredName: string;
  loop: readonly Place[];
}

/** Names, rings and the selection loop above the points. Positions update each frame outside React. */
export function Overlay(properties: Properties): ReactNode {
  const { ref, labels, focused, hovered, hoveredName, loop } = properties;
  const now = useRef(properties);
  now.current = properties;
  const layer = useRef<HTMLDivElement>(null);
  const place = (): void => {
    if (layer.current !== null) placeAll(layer.current, now.current);
  };
  useImperativeHandle(ref, () => ({ place }), []);
  // New elements have no position yet.
  useEffect(place);
  return (
    <>
      <svg className={classes.lines} aria-hidden>
        {loop.length > 1 && <polygon className={classes.loop} points={loop.map(({ x, y }) => `${x},${y}`).join(' ')} />}
      </svg>
      <div ref={layer} className={classes.layer} aria-hidden>
        {labels.map(({ key, text }) => (
          <span key={key} className={classes.name} data-kind="label">
            {text}
          </span>
        ))}
        {focused !== null && <span className={classes.ring} data-kind="focused" />}
        {hovered !== null && (
          <>
            <span className={classes.ring} data-kind="hovered" />
            <span className={classes.tip} data-kind="tip">
              {hoveredName}
            </span>
          </>
        )}
      </div>
    </>
  );
}

/** Pixels between a point and its caption, and between captions and the map's edge. */
const BESIDE = 12;

function placeAll(layer: HTMLElement, properties: Properties): void {
  const { view, size, points, labels, focused, hovered } = properties;
  const seen = (at: Place): Place => toScreen(view.current, size, at);
  const pointAt = (point: number): Place => seen({ x: points.x[point] ?? 0, y: points.y[point] ?? 0 });
  const ofKind = (kind: string): HTMLElement[] =>
    Array.from(layer.querySelectorAll<HTMLElement>(`[data-kind="${kind}"]`));
  const move = (element: HTMLElement, x: number, y: number): void => {
    element.style.transform = `translate(${x}px, ${y}px)`;
  };
  const taken: Box[] = [];
  const names = ofKind('label');
  const dots = dotsOf(names.length === 0 ? 0 : points.x.length, pointAt);
  // Earlier labels stand for more points: they choose their place first.
  names.forEach((element, index) => {
    const name = { width: element.offsetWidth, height: element.offsetHeight };
    place(element, freePlace(seen(labels[index]!), name, size, dots, taken));
  });
  if (focused !== null) ofKind('focused').forEach((ring) => move(ring, pointAt(focused).x, pointAt(focused).y));
  if (hovered === null) return;
  const at = pointAt(hovered);
  ofKind('hovered').forEach((ring) => move(ring, at.x, at.y));
  for (const tip of ofKind('tip')) {
    const below = at.y + BESIDE + tip.offsetHeight < size.height;
    move(
      tip,
      between(at.x + BESIDE, 0, size.width - tip.offsetWidth),
      below ? at.y + BESIDE : at.y - BESIDE - tip.offsetHeight,
    );
  }

  function place(element: HTMLElement, corner: Place | null): void {
    element.style.visibility = corner === null ? 'hidden' : 'visible';
    if (corner === null) return;
    taken.push({ ...corner, width: element.offsetWidth, height: element.offsetHeight });
    move(element, corner.x, corner.y);
  }
}
