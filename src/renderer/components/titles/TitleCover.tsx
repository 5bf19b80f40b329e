import { useState, type ReactNode } from 'react';
import { COVER_LABEL } from '../../theme/cover-colours';
import { usePoster } from '../labels/use-poster';
import { coverOf } from './cover';
import { MOTIF_PATHS, SCENE_PATHS } from './cover-drawing';
import classes from './TitleCover.module.css';

type CoverSize = 'row' | 'heading' | 'fill';

/**
 * The cover of a title: its picture if the folder of pictures has one, otherwise drawn from its series, with the number
 * of the episode on the spine. Everything it shows also stands beside it in words.
 */
export function TitleCover({
  item,
  title,
  size = 'row',
}: {
  /** Its ID. */
  item: string;
  title: string;
  /** `heading` beside a heading, `fill` as wide as the space it is given. */
  size?: CoverSize;
}): ReactNode {
  const poster = usePoster(item);
  // The poster whose file begins like a picture but cannot be decoded.
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <span className={classes.cover} data-size={size} aria-hidden>
      {poster !== null && poster !== broken ? (
        <img src={poster} alt="" className={classes.poster} decoding="async" onError={() => setBroken(poster)} />
      ) : (
        <Drawn title={title} />
      )}
    </span>
  );
}

function Drawn({ title }: { title: string }): ReactNode {
  const { colours, motif, scene, isMirrored, episode } = coverOf(title);
  return (
    <>
      <svg viewBox="0 0 44 60" data-motif={motif}>
        <path style={{ fill: colours.cloth }} d="M0 0H44V60H0Z" />
        <g transform={isMirrored ? 'matrix(-1 0 0 1 52 0)' : undefined}>
          <path className={classes.scene} d={SCENE_PATHS[scene]} />
          <path transform="translate(26 28) scale(1.2)" style={{ fill: colours.motif }} d={MOTIF_PATHS[motif]} />
        </g>
        <path className={classes.spine} d="M0 0H8V60H0Z" />
        <path className={classes.groove} d="M8 0H9V60H8Z" />
      </svg>
      {episode !== null && (
        // Not text, so that copying or reading out a list gives the title alone.
        <span
          className={classes.episode}
          data-episode={episode}
          style={{ background: COVER_LABEL.paper, color: COVER_LABEL.ink }}
        />
      )}
    </>
  );
}
