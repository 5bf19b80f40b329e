/** A genre: its mark, and always its name. */
import { Fragment, type ReactNode } from 'react';
import { genreColour } from '../../theme/genre-colours';
import type { GenreMark } from '../../../shared/labels/genre-marks';
import { useLabels } from './use-labels';
import classes from './GenreName.module.css';

/** A genre with its mark and name; for a set, all its members. @param group as the engine shows it */
export function GenreName({ data, group }: { data?: string; group: string }): ReactNode {
  const labels = useLabels(data);
  const members = labels.group === null ? [{ code: group, label: group }] : labels.members(labels.group, group);
  return (
    <span className={classes.genres}>
      {members.map(({ code, label }, index) => {
        const mark = labels.mark(code);
        return (
          <Fragment key={code}>
            {index > 0 && ', '}
            <span title={code === label ? undefined : code}>
              {mark !== null && <Mark mark={mark} />}
              {label}
            </span>
          </Fragment>
        );
      })}
    </span>
  );
}

const PATHS: Readonly<Record<GenreMark['shape'], string>> = {
  circle: 'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  square: 'M1.5 1.5h7v7h-7z',
  diamond: 'M5 .7L9.3 5L5 9.3L.7 5z',
  triangle: 'M5 1L9.4 9H.6z',
};

/** The coloured mark of a genre, for use beside its name. */
export const Mark = ({ mark: { colour, shape } }: { mark: GenreMark }): ReactNode => (
  <svg className={classes.mark} viewBox="0 0 10 10" aria-hidden data-colour={colour} data-shape={shape}>
    <path d={PATHS[shape]} style={{ fill: genreColour(colour) }} />
  </svg>
);
