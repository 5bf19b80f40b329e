import type { ReactNode } from 'react';
import type { ScreenName } from '../../features/screens';
import { DRAWINGS } from '../../features/window';
import { useFormat } from '../locales/format';
import { useTexts } from '../locales/use-texts';
import classes from './WaitingCount.module.css';

/** How much waits for somebody on a screen: a mark for the link to it, and its description. Nothing where nothing waits. */
export function useWaitingCount(screen: ScreenName): { readonly mark: ReactNode; readonly description?: string } {
  const t = useTexts();
  const format = useFormat();
  const waiting = DRAWINGS[screen].useWaiting();
  if (waiting === null) return { mark: null };
  const count = format.count(waiting);
  return {
    mark: (
      <span className={classes.count} aria-hidden>
        {count}
      </span>
    ),
    description: t('shell.waiting', { count }),
  };
}
