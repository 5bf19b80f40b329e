import type { ReactNode } from 'react';
import classes from './drawings.module.css';

/** The program's logo: three books on a board. Same as src/renderer/icon.svg, without its background. */
export const Brand = ({ size }: { size: number }): ReactNode => (
  <svg className={classes.drawing} width={size} height={size} viewBox="6 9 52 46" aria-hidden>
    <rect className={classes.wood} x="8" y="46" width="48" height="6" rx="2" />
    <rect className={classes.cloth} x="10" y="19" width="11" height="25" rx="2" />
    <rect className={classes.sun} x="24" y="12" width="11" height="32" rx="2" />
    <rect className={classes.pale} x="42.5" y="15" width="10" height="28.5" rx="2" transform="rotate(-11 47.5 44)" />
  </svg>
);
