import { useState, type ReactNode } from 'react';
import { genreColour, genreInk } from '../theme/genre-colours';
import { coverOf, type Motif } from './cover';
import { useLabels } from './labels/use-labels';
import { usePoster } from './labels/use-poster';
import classes from './TitleTile.module.css';

/** Drawn at the foot, below the initial. */
const MOTIF_PATHS: Readonly<Record<Motif, string>> = {
  board: 'M4 26h20v3H4z',
  hills: 'M3 33c3-8 7-8 10-3c3-8 8-9 12-1v4z',
  dots: 'M7 28.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M12.7 28.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M18.4 28.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0',
  waves: 'M3 27q2.75-3 5.5 0t5.5 0t5.5 0t5.5 0v2.4q-2.75 3-5.5 0t-5.5 0t-5.5 0t-5.5 0z',
  rays: 'M14 33L5 25.5l2.2-1.6zM14 33l-2-9.5h4zM14 33l6.8-9.1l2.2 1.6z',
};

/**
 * A small cover for a title: its picture if the folder of pictures has one, otherwise its genre's colour, its initial
 * and a motif. Everything it shows also stands beside it in words.
 */
export function TitleTile({
  item,
  title,
  group,
  large = false,
}: {
  /** Its ID. */
  item: string;
  title: string;
  /** The title's group as the engine shows it; the first value of a set decides. */
  group: string | null;
  /** For use beside a heading. */
  large?: boolean;
}): ReactNode {
  const poster = usePoster(item);
  // The poster whose file begins like a picture but cannot be decoded.
  const [broken, setBroken] = useState<string | null>(null);
  if (poster !== null && poster !== broken)
    return (
      <span className={classes.tile} data-large={large || undefined} aria-hidden>
        <img src={poster} alt="" className={classes.poster} decoding="async" onError={() => setBroken(poster)} />
      </span>
    );
  return <DrawnTile title={title} group={group} large={large} />;
}

function DrawnTile({ title, group, large }: { title: string; group: string | null; large: boolean }): ReactNode {
  const labels = useLabels();
  const first = group === null || labels.group === null ? undefined : labels.members(labels.group, group)[0];
  const mark = first === undefined ? null : labels.mark(first.code);
  const { initial, motif } = coverOf(title);
  return (
    <span
      className={classes.tile}
      data-large={large || undefined}
      data-initial={initial}
      style={mark === null ? undefined : { color: genreInk(mark.colour) }}
      aria-hidden
    >
      <svg viewBox="0 0 28 36" data-motif={motif}>
        <rect
          className={classes.cover}
          width="28"
          height="36"
          rx="3"
          style={mark === null ? undefined : { fill: genreColour(mark.colour) }}
        />
        <path className={classes.spine} d="M3 0a3 3 0 0 0-3 3v30a3 3 0 0 0 3 3z" />
        <path className={classes.motif} d={MOTIF_PATHS[motif]} />
      </svg>
    </span>
  );
}
