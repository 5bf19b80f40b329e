/** What a pointer does on a map: drag it, hover the nearest point, pick it, or draw a loop around several. */
import { useRef, useState, type PointerEvent } from 'react';
import { withCorner } from './lasso';
import type { Moves } from './use-moves';
import type { PointIndex } from './point-index';
import { type Place, type Size, toMap } from './view';

/** Pixels: the pointer hits a point within REACH, and a press that moves less than the second is no drag. */
const REACH = 14;
const STILL = 4;

interface Options {
  readonly moves: Moves;
  readonly index: PointIndex;
  readonly size: Size;
  /** Draws loops without Shift too. */
  readonly lassoes: boolean;
  readonly onPick: (point: number | null) => void;
  /** @param adds to the selection instead of replacing it */
  readonly onLoop: (points: Int32Array, adds: boolean) => void;
}

type Gesture = { kind: 'drag'; from: Place; at: Place; moved: boolean } | { kind: 'loop'; adds: boolean };

interface Pointing {
  /** The point under the pointer. */
  readonly hovered: number | null;
  /** Corners of the loop being drawn, in pixels. */
  readonly loop: readonly Place[];
  readonly handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: () => void;
    onPointerLeave: () => void;
  };
}

export function usePointer({ moves, index, size, lassoes, onPick, onLoop }: Options): Pointing {
  const gesture = useRef<Gesture | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [loop, setLoop] = useState<readonly Place[]>([]);
  const corners = useRef<readonly Place[]>([]);
  const draw = (next: readonly Place[]): void => {
    corners.current = next;
    setLoop(next);
  };
  const placeOf = (event: PointerEvent<HTMLElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const nearestTo = (place: Place): number | null =>
    index.nearest(toMap(moves.view.current, size, place), REACH / moves.view.current.scale);
  const end = (): void => {
    gesture.current = null;
    draw([]);
  };
  return {
    hovered,
    loop,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = placeOf(event);
        setHovered(null);
        if (lassoes || event.shiftKey) {
          gesture.current = { kind: 'loop', adds: event.ctrlKey || event.metaKey };
          draw([at]);
        } else gesture.current = { kind: 'drag', from: at, at, moved: false };
      },
      onPointerMove(event) {
        const at = placeOf(event);
        const now = gesture.current;
        if (now === null) setHovered(nearestTo(at));
        else if (now.kind === 'loop') draw(withCorner(corners.current, at));
        else {
          now.moved ||= Math.hypot(at.x - now.from.x, at.y - now.from.y) >= STILL;
          if (now.moved) moves.pan(at.x - now.at.x, at.y - now.at.y);
          now.at = at;
        }
      },
      onPointerUp(event) {
        const now = gesture.current;
        if (now?.kind === 'drag' && !now.moved) onPick(nearestTo(placeOf(event)));
        else if (now?.kind === 'loop' && corners.current.length > 2)
          onLoop(index.inside(corners.current.map((corner) => toMap(moves.view.current, size, corner))), now.adds);
        end();
      },
      onPointerCancel: end,
      onPointerLeave: () => setHovered(null),
    },
  };
}
