import type { ReactNode } from 'react';
import classes from './KeyValue.module.css';

export type Fact = [label: string, value: ReactNode];

/** Facts as aligned pairs; missing facts are left out. */
export function KeyValue({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }): ReactNode {
  return (
    <dl className={classes.list} data-columns={columns}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label} className={classes.pair}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
