import { type CSSProperties, useState, type ReactNode } from 'react';
import { patternColour } from '../../theme/cover-colours';
import { usePoster } from '../labels/use-poster';
import { coverOf } from './cover';
import { tileOf } from './cover-patterns';
import classes from './TitleCover.module.css';

type CoverSize = 'mark' | 'row' | 'heading' | 'fill';

/**
 * The cover of a title: its picture if the folder of pictures has one, otherwise typeset from its series, with the number
 * of the episode on the spine. Everything it shows also stands beside it in words.
 */
export function TitleCover({
  item,
  title,
  size = 'row',
}: {
  /** Its ID. */
  item: string;
  /** Its ID where it has no name. */
  title: string;
  /** `mark` too small for words, `heading` beside a heading, `fill` as wide as the space it is given. */
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
        <Typeset item={item} title={title} size={size} />
      )}
    </span>
  );
}

/** Words stand in attributes and not in the text, so that copying or reading out a list gives each title once. */
function Typeset({ item, title, size }: { item: string; title: string; size: CoverSize }): ReactNode {
  const cover = coverOf(item, title);
  const { colours, pattern, layout, type, episode } = cover;
  const isSmall = size === 'row' || size === 'mark';
  return (
    <span
      className={classes.typeset}
      data-cover={pattern ?? 'nameless'}
      data-layout={layout}
      style={
        {
          '--ground': colours.ground,
          '--ink': colours.ink,
          '--heavy': isSmall ? cover.smallSize : cover.heavySize,
        } as CSSProperties
      }
    >
      {pattern !== null && (
        <span className={classes.pattern} style={{ backgroundImage: tileOf(pattern, patternColour(colours)) }} />
      )}
      <span className={classes.name}>
        {!isSmall && type.before !== '' && <span className={classes.light} data-words={type.before} />}
        <span className={classes.heavy} data-words={isSmall ? cover.small : type.heavy} />
        {!isSmall && type.after !== '' && <span className={classes.light} data-words={type.after} />}
      </span>
      {episode !== null && <span className={classes.episode} data-words={episode} />}
    </span>
  );
}
