import type { ReactNode } from 'react';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { useTexts } from '../../../renderer/locales/use-texts';

/** A part of the queue without lists: leads to those that wait elsewhere in it or, once all are decided, to a sample of the rest. */
export function EmptyQueue({
  waiting,
  onWaiting,
  onSample,
}: {
  /** Number of flagged lists of the run that are not decided. */
  waiting: number;
  onWaiting: () => void;
  onSample: () => void;
}): ReactNode {
  const t = useTexts();
  return (
    <EmptyState
      quiet
      scene="search"
      title={t('checks.emptyTitle')}
      body={waiting > 0 ? t('checks.waitElsewhere', { count: waiting }) : t('checks.emptyBody')}
      action={
        waiting > 0
          ? { label: t('checks.showWaiting'), onClick: onWaiting }
          : { label: t('checks.emptyAction'), onClick: onSample }
      }
    />
  );
}
