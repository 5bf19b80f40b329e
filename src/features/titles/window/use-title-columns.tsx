/** The columns of the list of titles. */
import { useMemo } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { TitleRow } from '../../../shared/contract/profiles';
import type { GridColumn } from '../../../renderer/components/grid/DataGrid';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useFormat } from '../../../renderer/locales/format';

export function useTitleColumns(): GridColumn<TitleRow>[] {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels();
  return useMemo(
    () => [
      {
        id: 'title',
        label: t('titles.columns.title'),
        text: (row) => row.title ?? t('titles.missing'),
        grows: true,
        width: 200,
      },
      { id: 'item', label: t('titles.columns.item'), text: (row) => row.item, width: 110 },
      {
        id: 'group',
        label: labels.group === null ? t('titles.columns.group') : labels.attribute(labels.group),
        text: ({ group }) =>
          group === null ? t('titles.missing') : labels.group === null ? group : labels.text(labels.group, group),
        render: ({ group }) => (group === null ? t('titles.missing') : <GenreName group={group} />),
        width: 150,
      },
      {
        id: 'popularity',
        label: t('titles.columns.popularity'),
        text: (row) => format.count(row.popularity),
        numeric: true,
        width: 120,
      },
      {
        id: 'recommended',
        label: t('titles.columns.recommended'),
        text: (row) => (row.recommended === null ? '–' : format.count(row.recommended)),
        numeric: true,
        width: 150,
      },
      {
        id: 'meanRank',
        label: t('titles.columns.meanRank'),
        text: (row) => format.score(row.meanRank, 1),
        numeric: true,
        width: 110,
      },
    ],
    [t, format, labels],
  );
}
