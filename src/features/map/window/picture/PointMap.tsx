import { ActionIcon, Tooltip } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconLasso, IconMaximize, IconZoomIn, IconZoomOut, type Icon } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { type MapLabel, Overlay } from './Overlay';
import type { PointIndex } from './point-index';
import { useMoves } from './use-moves';
import { type Drawn, usePicture } from './use-picture';
import { usePointer } from './use-pointer';
import classes from './PointMap.module.css';

interface Properties extends Drawn {
  label: string;
  /** ID of the element that describes the map. */
  describedBy: string;
  index: PointIndex;
  /** Names drawn on the map. */
  labels: readonly MapLabel[];
  /** Caption of the point under the pointer. */
  nameOf: (point: number) => string;
  /** The marked point. */
  focused: number | null;
  onFocus: (point: number | null) => void;
  onLoop: (points: Int32Array, adds: boolean) => void;
  onEscape: () => void;
}

/**
 * The points of the map, for mouse and keyboard. The list beside it (PointList.tsx) offers the same to users who cannot see
 * it.
 */
export function PointMap(properties: Properties): ReactNode {
  const { label, describedBy, index, points, focused, onFocus, onLoop, onEscape } = properties;
  const t = useTexts();
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const overlay = useRef<{ place: () => void }>(null);
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const size = { width, height };
  const [lassoes, setLassoes] = useState(false);
  const redraw = useRef(() => {});
  const moves = useMoves(stage, { bounds: index.bounds, size, onMove: () => redraw.current() });
  redraw.current = usePicture({
    ...properties,
    canvas,
    probe,
    bounds: index.bounds,
    size,
    view: moves.view,
    onFrame: () => overlay.current?.place(),
  });
  const pointing = usePointer({ moves, index, size, lassoes, onPick: onFocus, onLoop });
  const { reveal } = moves;
  useEffect(() => {
    if (focused !== null && focused < points.x.length) reveal({ x: points.x[focused]!, y: points.y[focused]! });
  }, [reveal, focused, points]);

  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || moves.press(event)) return;
    const { x, y, scale } = moves.view.current;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onFocus(index.nearest({ x, y }, Math.max(width, height) / scale));
    } else if (event.key === 'Escape') onEscape();
  };
  return (
    <div className={classes.frame}>
      <div
        ref={useMergedRef(stage, ref)}
        className={classes.stage}
        data-lassoes={lassoes || undefined}
        role="application"
        aria-label={label}
        aria-describedby={describedBy}
        tabIndex={0}
        onKeyDown={press}
        onDoubleClick={moves.showAll}
        {...pointing.handlers}
      >
        <canvas ref={canvas} className={classes.canvas} aria-hidden />
        <span ref={probe} className={classes.probe} aria-hidden />
        <Overlay
          ref={overlay}
          view={moves.view}
          size={size}
          points={points}
          labels={properties.labels}
          focused={focused}
          hovered={pointing.hovered}
          hoveredName={pointing.hovered === null ? '' : properties.nameOf(pointing.hovered)}
          loop={pointing.loop}
        />
      </div>
      <div className={classes.tools} role="group" aria-label={t('map.tools')}>
        <Tool icon={IconZoomIn} label={t('map.zoomIn')} onClick={moves.zoomIn} />
        <Tool icon={IconZoomOut} label={t('map.zoomOut')} onClick={moves.zoomOut} />
        <Tool icon={IconMaximize} label={t('map.showAll')} onClick={moves.showAll} />
        <Tool icon={IconLasso} label={t('map.lasso')} pressed={lassoes} onClick={() => setLassoes(!lassoes)} />
      </div>
    </div>
  );
}

function Tool({
  icon: Drawing,
  label,
  pressed,
  onClick,
}: {
  icon: Icon;
  label: string;
  pressed?: boolean;
  onClick: () => void;
}): ReactNode {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon
        variant={pressed === true ? 'filled' : 'default'}
        size={32}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      >
        <Drawing size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
