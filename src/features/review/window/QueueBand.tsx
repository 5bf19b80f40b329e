import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ReviewRow } from '../contract/checks';
import { Decide } from './Decide';
import { Reasons } from './Reasons';
import classes from './Review.module.css';

/** On Compare: why the list of the profile is in the queue, and the decision about it. */
export function QueueBand({
  runId,
  data,
  row,
  isCurrent,
  error,
}: {
  runId: string;
  data: string;
  /** Undefined until read. */
  row: ReviewRow | undefined;
  /** Whether the row is of the profile that is shown: that of the one before stays in sight until it is read. */
  isCurrent: boolean;
  error: unknown;
}): ReactNode {
  const t = useTexts();
  if (error !== null) return <ErrorNotice title={t('checks.failed')} error={error} />;
  return (
    <section
      className={classes.band}
      aria-label={t('checks.columns.reasons')}
      aria-busy={!isCurrent}
      inert={!isCurrent}
    >
      {row !== undefined && (
        <>
          <Reasons row={row} data={data} />
          <Decide key={row.profile} runId={runId} row={row} hasKeys={isCurrent} />
        </>
      )}
    </section>
  );
}
