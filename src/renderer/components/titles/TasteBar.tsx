import type { ReactNode } from 'react';
import type { ProfileRow } from '../../../shared/contract/profiles';
import { useFormat } from '../../locales/format';
import { genreColour } from '../../theme/genre-colours';
import { GenreName } from '../labels/GenreName';
import { useLabels } from '../labels/use-labels';
import classes from './TasteBar.module.css';

/** The genres that a profile watched most, as parts of a bar, with the first in words. What is left are other genres. */
export function TasteBar({ taste, watched }: Pick<ProfileRow, 'taste' | 'watched'>): ReactNode {
  const labels = useLabels();
  const format = useFormat();
  const [most] = taste;
  if (most === undefined) return null;
  return (
    <span className={classes.taste}>
      <span className={classes.bar} aria-hidden>
        {taste.map(({ group, titles }) => {
          const [first] = labels.group === null ? [] : labels.members(labels.group, group);
          const mark = first === undefined ? null : labels.mark(first.code);
          return (
            <span
              key={group}
              style={{
                width: `${((100 * titles) / watched).toFixed(1)}%`,
                ...(mark !== null && { background: genreColour(mark.colour) }),
              }}
            />
          );
        })}
      </span>
      <span className={classes.most}>
        <span className={classes.name}>
          <GenreName group={most.group} />
        </span>{' '}
        {format.percent(most.titles / watched, 0)}
      </span>
    </span>
  );
}
