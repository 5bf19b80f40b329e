/** The picture on a canvas, drawn at most once a frame, when something of it changed. */
import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { usePreferences } from '../../../../renderer/stores/preferences';
import type { Look } from './map-look';
import { diameterOf, drawPicture, type Picture } from './picture';
import { type Bounds, type Size, type View, wholeView } from './view';

export interface Drawn extends Pick<Picture, 'points' | 'codes' | 'states'> {
  readonly looks: readonly Look[];
}

/** Largest resolution relative to CSS pixels: more is invisible and costs four times as much. */
const FINEST = 2;

interface Options extends Drawn {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** An invisible element, at which the colours of the theme are read: a canvas knows no variables. */
  readonly probe: RefObject<HTMLElement | null>;
  readonly bounds: Bounds;
  readonly size: Size;
  readonly view: RefObject<View>;
  /** Called after each frame, so that overlays move along. */
  readonly onFrame: () => void;
}

/** @returns a function that requests a frame */
export function usePicture(options: Options): () => void {
  const { points, codes, looks, states, size } = options;
  const frame = useRef(0);
  const now = useRef(options);
  now.current = options;
  const inks = useRef<Pick<Picture, 'marks' | 'ink' | 'paper' | 'dimmed'>>({
    marks: [],
    ink: '',
    paper: '',
    dimmed: '',
  });
  const redraw = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const { canvas, view, size: box, bounds, onFrame, ...drawn } = now.current;
      if (canvas.current === null || box.width === 0 || box.height === 0) return;
      const magnified = view.current.scale / wholeView(bounds, box).scale;
      drawPicture(
        canvas.current,
        { ...drawn, ...inks.current },
        {
          view: view.current,
          size: box,
          density: Math.min(FINEST, window.devicePixelRatio),
          diameter: diameterOf(drawn.points.x.length, magnified),
        },
      );
      onFrame();
    });
  }, []);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    },
    [],
  );
  const theme = useTheme();
  useEffect(() => {
    const probe = now.current.probe.current;
    if (probe === null) return;
    const read = (colour: string, forced: string): string => {
      probe.style.color = '';
      probe.style.color = theme.isForced ? forced : colour;
      return getComputedStyle(probe).color;
    };
    inks.current = {
      marks: looks.map(({ colour, forced, shape }) => ({ colour: read(colour, forced), shape })),
      ink: read('var(--mantine-color-text)', 'CanvasText'),
      paper: read('var(--mantine-color-body)', 'Canvas'),
      dimmed: read('var(--shelfwise-edge)', 'GrayText'),
    };
  }, [looks, theme]);
  useEffect(redraw, [redraw, points, codes, looks, states, size.width, size.height, theme]);
  return redraw;
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
