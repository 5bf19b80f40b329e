import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Drawing } from '../../../shared/charts/drawing';
import classes from './Chart.module.css';

/** Draws with Observable Plot, which loads with the first picture; draws again when the content or the width changes. */
export function Picture({
  drawing,
  labelledBy,
  onFailed,
}: {
  drawing: Drawing;
  labelledBy: string;
  onFailed?: () => void;
}): ReactNode {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ drawing, onFailed });
  latest.current = { drawing, onFailed };
  // Compares by content: the drawing is a new object on each render, and redrawing would lose the pointer's tooltip.
  const content = JSON.stringify(drawing);
  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      // Row names are measured in the window's font.
      const [{ drawPicture }] = await Promise.all([import('./draw-picture'), document.fonts.ready]);
      if (!isCurrent || place.current === null) return;
      // Measured here, because `width` is not known until after the first drawing.
      const svg = drawPicture(latest.current.drawing, place.current.clientWidth || width);
      // Hides Plot's own groups ("bar", "tip") from screen readers, which read the summary instead.
      svg.setAttribute('aria-hidden', 'true');
      const picture = document.createElement('div');
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-labelledby', labelledBy);
      picture.append(svg);
      place.current.replaceChildren(picture);
    };
    // The table of figures still works.
    draw().catch(() => latest.current.onFailed?.());
    return () => {
      isCurrent = false;
    };
  }, [content, width, labelledBy]);
  return (
    <div ref={ref} className={classes.plot}>
      <div ref={place} />
    </div>
  );
}
