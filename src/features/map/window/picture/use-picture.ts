/** The picture on a canvas: created once, updated with changes, drawn at most once a frame. */
import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { usePreferences } from '../../../../renderer/stores/preferences';
import type { Look } from './map-look';
import { diameterOf, type Picture, type Points } from './picture';
import { plainPicture } from './plain-picture';
import { readColour } from './read-colour';
import { type Bounds, type Size, type View, wholeView } from './view';
import { webglPicture } from './webgl-picture';

export interface Drawn {
  readonly points: Points;
  readonly codes: Uint8Array;
  readonly looks: readonly Look[];
  readonly states: Uint8Array;
  readonly arrows: Float32Array;
}

/** Largest resolution relative to CSS pixels: more is invisible and costs four times as much. */
const FINEST = 2;

interface Options extends Drawn {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly probe: RefObject<HTMLElement | null>;
  readonly bounds: Bounds;
  readonly size: Size;
  readonly view: RefObject<View>;
  /** Called after each frame, so that overlays move along. */
  readonly onFrame: () => void;
}

/** @returns how it is drawn (null until known), and a function that requests a frame */
export function usePicture(options: Options): { kind: 'webgl' | 'plain' | null; redraw: () => void } {
  const { canvas, points, codes, looks, states, arrows, size } = options;
  const picture = useRef<Picture | null>(null);
  const frame = useRef(0);
  const now = useRef(options);
  now.current = options;
  const [kind, setKind] = useState<'webgl' | 'plain' | null>(null);
  const redraw = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const { view, size: box, bounds, points: drawn, onFrame } = now.current;
      if (box.width === 0 || box.height === 0) return;
      const magnified = view.current.scale / wholeView(bounds, box).scale;
      const density = Math.min(FINEST, window.devicePixelRatio);
      picture.current?.draw(view.current, box, density, diameterOf(drawn.x.length, magnified));
      onFrame();
    });
  }, []);

  useEffect(() => {
    if (canvas.current === null) return;
    const made = webglPicture(canvas.current, redraw);
    picture.current = made ?? plainPicture(canvas.current);
    setKind(made === null ? 'plain' : 'webgl');
    return () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
      picture.current?.dispose();
      picture.current = null;
    };
  }, [canvas, redraw]);

  const theme = useTheme();
  useEffect(() => picture.current?.setPoints(points), [points, kind]);
  useEffect(() => {
    const { probe } = now.current;
    if (probe.current === null) return;
    const read = (css: string) => readColour(probe.current!, css);
    const marks = looks.map(({ colour, forced, shape }) => ({ colour: read(theme.isForced ? forced : colour), shape }));
    const ink = (css: string, forced: string) => read(theme.isForced ? forced : css);
    picture.current?.setMarks(codes, marks, {
      outline: ink('var(--mantine-color-text)', 'CanvasText'),
      dimmed: ink('var(--shelfwise-edge)', 'GrayText'),
      arrow: ink('var(--mantine-color-text)', 'CanvasText'),
    });
  }, [codes, looks, theme, kind]);
  useEffect(() => picture.current?.setStates(states), [states, kind]);
  useEffect(() => picture.current?.setArrows(arrows), [arrows, kind]);
  useEffect(redraw, [redraw, kind, points, codes, looks, states, arrows, size.width, size.height, theme]);
  return { kind, redraw };
}

/** Returns a new object whenever theme colours may have changed. */
function useTheme(): { isForced: boolean } {
  const scheme = useComputedColorScheme('light');
  const contrast = usePreferences((state) => state.contrast);
  const wantsContrast = useMediaQuery('(prefers-contrast: more)') ?? false;
  const isForced = useMediaQuery('(forced-colors: active)') ?? false;
  const key = `${scheme} ${contrast} ${wantsContrast} ${isForced}`;
  const latest = useRef({ key, theme: { isForced } });
  if (latest.current.key !== key) latest.current = { key, theme: { isForced } };
  return latest.current.theme;
}
