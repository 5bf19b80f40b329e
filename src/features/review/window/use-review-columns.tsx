/** Columns of the review queue. What it is sorted by is chosen above it, so no column sorts. */
import { Badge } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { checkName } from '../words/check-reason';
import type { QueueOrder, ReviewRow } from '../contract/checks';
import type { GridColumn } from '../../../renderer/components/grid/DataGrid';
import { useFormat } from '../../../renderer/locales/format';

export function useReviewColumns(order: QueueOrder): GridColumn<ReviewRow>[] {
  const t = useTexts();
  const format = useFormat();
  return useMemo(() => {
    const decision = ({ decision: { decision: made, runId }, isDecided }: ReviewRow): string => {
      if (made === null) return '';
      const name = t(`checks.decisions.${made}`);
      return made === 'again' || isDecided || runId === null ? name : t('checks.otherList', { decision: name });
    };
    return [
      { id: 'profile', label: t('checks.columns.profile'), text: (row) => row.profile, width: 110, unsorted: true },
      {
        id: 'order',
        label: t(`checks.columns.${order}`),
        text: (row) => {
          const figure = row[order];
          return figure === null ? '' : format.count(figure);
        },
        numeric: true,
        width: 100,
        unsorted: true,
      },
      {
        id: 'reasons',
        label: t('checks.columns.reasons'),
        // Only the names of the checks; the panel beside the queue shows details.
        text: ({ reasons }) =>
          reasons.length === 0
            ? t('checks.noReason')
            : reasons.map(({ check, name }) => checkName(t, { id: check, name })).join(' · '),
        width: 240,
        grows: true,
        unsorted: true,
      },
      {
        id: 'decision',
        label: t('checks.columns.decision'),
        text: decision,
        render: (row) =>
          decision(row) === '' ? null : (
            <Badge size="sm" variant={row.isDecided ? 'light' : 'default'} tt="none">
              {decision(row)}
            </Badge>
          ),
        width: 130,
        unsorted: true,
      },
      {
        id: 'owner',
        label: t('checks.columns.owner'),
        text: ({ decision: { owner } }) => owner,
        width: 110,
        unsorted: true,
      },
    ];
  }, [t, format, order]);
}
