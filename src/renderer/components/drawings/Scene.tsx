import type { ReactNode } from 'react';
import { BOARD, Book } from './Book';
import classes from './drawings.module.css';

export type SceneName = 'shelf' | 'search' | 'model' | 'gone' | 'parcel';

/** A place where a book would stand. */
const Gap = ({ x, height }: { x: number; height: number }): ReactNode => (
  <rect className={classes.line} data-dashed x={x} y={BOARD - height} width="14" height={height - 1} rx="2.5" />
);

const SCENES: Readonly<Record<SceneName, ReactNode>> = {
  // An empty place for what is to be opened.
  shelf: (
    <>
      <Book binding="cloth" x={22} height={52} />
      <Book binding="sun" x={39} height={60} />
      <Book binding="pale" x={60} width={12} height={54} lean={-10} />
      <Gap x={92} height={50} />
      <Gap x={110} height={58} />
      <Gap x={128} height={46} />
    </>
  ),
  // A search without a match.
  search: (
    <>
      <Book binding="paper" x={24} height={50} />
      <Book binding="paper" x={42} height={60} />
      <Book binding="paper" x={60} height={46} />
      <Book binding="paper" x={78} height={56} />
      <Book binding="paper" x={96} height={50} />
      <Book binding="paper" x={114} height={58} />
      <path className={classes.grip} d="M106 63l18 18" />
      <circle className={classes.glass} cx="91" cy="48" r="20" />
    </>
  ),
  // A new book made out of the existing ones.
  model: (
    <>
      <Book binding="pale" x={18} height={50} />
      <Book binding="pale" x={36} height={58} />
      <Book binding="pale" x={54} height={44} />
      <path className={classes.line} d="M74 44c14-16 22-18 32-14M74 60c12-4 22-6 32-10M74 74h32" />
      <Book binding="sun" x={114} width={18} height={64} />
      <rect className={classes.cloth} x="118" y="36" width="10" height="5" rx="1.5" />
      <rect className={classes.cloth} x="118" y="45" width="10" height="5" rx="1.5" />
    </>
  ),
  // An empty place.
  gone: (
    <>
      <Book binding="pale" x={26} height={54} />
      <Book binding="cloth" x={44} height={60} />
      <Gap x={66} height={56} />
      <Book binding="paper" x={88} height={50} />
      <Book binding="sun" x={112} width={12} height={56} lean={-14} />
    </>
  ),
  // A parcel to carry away.
  parcel: (
    <>
      <rect className={classes.cloth} x="56" y="30" width="13" height="40" rx="2.5" transform="rotate(-6 62 60)" />
      <rect className={classes.sun} x="73" y="24" width="13" height="46" rx="2.5" />
      <rect className={classes.pale} x="91" y="32" width="13" height="40" rx="2.5" transform="rotate(7 97 60)" />
      <path className={classes.paper} d="M44 54h72v31a3 3 0 0 1-3 3H47a3 3 0 0 1-3-3z" />
      <path className={classes.line} d="M44 54l-10 9M116 54l10 9M70 72h20" />
    </>
  ),
};

/** A small drawing for an empty screen: one scene on a shelf, in theme colours. */
export const Scene = ({ name }: { name: SceneName }): ReactNode => (
  <svg className={classes.drawing} width="160" height="96" viewBox="0 0 160 96" aria-hidden data-scene={name}>
    {SCENES[name]}
    <rect className={classes.wood} x="8" y={BOARD} width="144" height="6" rx="3" />
  </svg>
);
