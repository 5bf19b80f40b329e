import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import classes from './Details.module.css';

/** What few people need, such as hashes and IDs, behind one word. */
export function Details({ title, children }: { title?: string; children: ReactNode }): ReactNode {
  const t = useTexts();
  return (
    <details className={classes.details}>
      <summary>{title ?? t('common.details')}</summary>
      <div className={classes.inside}>{children}</div>
    </details>
  );
}
