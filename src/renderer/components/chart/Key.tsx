import { createElement, type ReactNode } from 'react';
import type { KeyEntry } from '../../../shared/charts/chart-content';
import type { Mark } from '../../../shared/charts/drawing';
import { KEY_SHAPES, KEY_SIZE } from '../../../shared/charts/key-shapes';
import classes from './Chart.module.css';

/** Legend of a chart's marks. */
export function Key({ entries }: { entries: readonly KeyEntry[] }): ReactNode {
  if (entries.length === 0) return null;
  return (
    <ul className={classes.keys}>
      {entries.map(({ mark, label }) => (
        <li key={label} className={classes.key}>
          <svg {...KEY_SIZE} aria-hidden>
            {shapesOf(mark)}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** React names SVG attributes by their DOM property. */
const inReact = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

const shapesOf = (mark: Mark): ReactNode =>
  KEY_SHAPES[mark].map(([name, attributes]) => createElement(name, { key: name, ...inReact(attributes) }));
