import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRulesChoice } from '../../../renderer/stores/use-counting-rules';
import type { ReviewRow } from '../contract/queue';
import { Decide } from './Decide';
import { ModelOrShelfLink } from './ModelOrShelfLink';
import { Reasons } from './Reasons';
import classes from './Review.module.css';

/** On Compare: why the list of the profile is in the queue, and the decision about it. */
export function QueueBand({
  runId,
  data,
  row,
  isCurrent,
  endPreview,
  error,
}: {
  runId: string;
  data: string;
  /** Undefined until read. */
  row: ReviewRow | undefined;
  /** Whether the row is of the profile that is shown: that of the one before stays in sight until it is read. */
  isCurrent: boolean;
  /** Shows the delivered list in place of a preview; null while no preview is shown. */
  endPreview: (() => void) | null;
  error: unknown;
}): ReactNode {
  const t = useTexts();
  const { rules } = useRulesChoice(data);
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
          <div>
            <Reasons row={row} data={data} />
            <ModelOrShelfLink runId={runId} data={data} rules={rules} row={row} />
          </div>
          {endPreview === null ? (
            <Decide key={row.profile} runId={runId} row={row} hasKeys={isCurrent} />
          ) : (
            <Stack gap="xs" className={classes.decide}>
              <Text size="sm">{t('checks.previewShown')}</Text>
              <Button size="compact-sm" variant="default" onClick={endPreview}>
                {t('compare.tunedBack')}
              </Button>
            </Stack>
          )}
        </>
      )}
    </section>
  );
}
