import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { titleParts } from '../../shared/values/episode';
import classes from './TitleName.module.css';

/** A title as people recognise it: its series, cut if there is no room, and its episode, which is never cut. */
export function TitleName({
  title,
  children,
}: {
  title: string;
  children?: (name: ReactNode) => ReactNode;
}): ReactNode {
  const { series, episode } = titleParts(title);
  const name = (
    <span className={classes.name} data-title={title}>
      <span className={classes.series}>{series}</span>
      {episode !== null && (
        <>
          {' '}
          <Badge component="span" size="sm" variant="default" tt="none" className={classes.episode}>
            {episode}
          </Badge>
        </>
      )}
    </span>
  );
  // The tooltip with the whole title opens by keyboard too.
  return (
    <Tooltip label={title} events={{ hover: true, focus: true, touch: false }} openDelay={300} multiline maw={420}>
      <span className={classes.whole}>{children === undefined ? name : children(name)}</span>
    </Tooltip>
  );
}
