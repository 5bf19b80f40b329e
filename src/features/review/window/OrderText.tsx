import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRuns } from '../../../renderer/stores/engine-data';
import type { QueueOrder, ReviewPage } from '../contract/queue';

/** What the order of the queue goes by. */
export function OrderText({
  order,
  approved,
}: {
  order: QueueOrder;
  /** Undefined until read. */
  approved: ReviewPage['approved'] | undefined;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { data: runs = [] } = useRuns();
  const text = (): string => {
    if (order !== 'changed') return t(`checks.orders.help.${order}`);
    if (approved === undefined) return t('common.loading');
    if (approved === null) return t('checks.orders.nothingApproved');
    const { runId, by, at, asTrained } = approved;
    const run = runs.find((one) => one.runId === runId)?.name ?? runId;
    const values = { run, by, moment: format.moment(at) };
    return t(asTrained ? 'checks.orders.changedAsTrained' : 'checks.orders.changedSince', values);
  };
  return (
    <Text size="xs" c="dimmed">
      {text()}
    </Text>
  );
}
