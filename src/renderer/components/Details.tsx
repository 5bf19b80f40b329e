import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import classes from './Details.module.css';

/** What few people need, such as hashes and IDs, behind one word. */
export function Details({
  title,
  isOpen,
  onToggle,
  children,
}: {
  title?: string;
  /** Whether it is open as it is drawn; opening and closing it is the user's. */
  isOpen?: boolean;
  /** Told of what the user does. */
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
}): ReactNode {
  const t = useTexts();
  return (
    <details
      className={classes.details}
      {...(isOpen && { open: true })}
      onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
    >
      <summary>{title ?? t('common.details')}</summary>
      <div className={classes.inside}>{children}</div>
    </details>
  );
}
