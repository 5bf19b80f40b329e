/** Columns of the list of profiles: what is known of every profile, with the attributes of the data set in between. */
import { Badge } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Facet, ProfileRow } from '../../../shared/contract/profiles';
import { own } from '../../../shared/values/own';
import type { GridColumn } from '../../../renderer/components/grid/DataGrid';
import type { LabelBook } from '../../../shared/labels/label-book';
import { useDays } from '../../../renderer/components/labels/use-days';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';

const attributeColumn =
  (labels: LabelBook) =>
  ({ name, kind }: Facet): GridColumn<ProfileRow> => ({
    id: `attributes.${name}`,
    label: labels.attribute(name),
    hint: name,
    text: (row) => {
      const value = own(row.attributes, name) ?? null;
      return value === null ? '–' : labels.text(name, value);
    },
    hintOf: (row) => own(row.attributes, name) ?? null,
    width: kind === 'set' ? 200 : kind === 'numeric' ? 90 : 110,
    numeric: kind === 'numeric',
  });

/**
 * @param isMeasured whether the run has measured the stability of its lists
 * @returns null until the attributes are known
 */
export function useProfileColumns(data: string, isMeasured: boolean): GridColumn<ProfileRow>[] | null {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const labels = useLabels(data);
  const { day, zone } = useDays(data);
  const { data: facets } = useQuery(queries.profiles.facets.queryOptions({ input: { data } }));
  return useMemo(
    () =>
      facets === undefined
        ? null
        : [
            {
              id: 'profile',
              label: t('profiles.columns.profile'),
              text: (row) => row.profile,
              grows: true,
              width: 100,
            },
            ...facets.filter(({ kind }) => kind !== 'set').map(attributeColumn(labels)),
            {
              id: 'watched',
              label: t('profiles.columns.watched'),
              text: (row) => format.count(row.watched),
              numeric: true,
              width: 140,
            },
            {
              id: 'lastActive',
              label: t('profiles.columns.lastActive'),
              hint: t('labels.daysIn', { zone }),
              text: (row) => (row.lastActive === null ? '–' : day(row.lastActive)),
              width: 120,
            },
            {
              id: 'recall',
              label: t('profiles.columns.recall'),
              text: ({ recall, found }) =>
                found === null
                  ? format.score(recall, 3)
                  : t('profiles.recallFound', { recall: format.score(recall, 3), ...found }),
              numeric: true,
              width: 135,
            },
            {
              id: 'score',
              label: t('profiles.columns.score'),
              text: (row) => format.score(row.score, 3),
              numeric: true,
              width: 100,
            },
            ...(isMeasured
              ? [
                  {
                    id: 'stability',
                    label: t('profiles.columns.stability'),
                    text: (row: ProfileRow) => (row.stability === null ? '–' : format.percent(row.stability, 0)),
                    numeric: true,
                    width: 120,
                  },
                ]
              : []),
            {
              id: 'reviewed',
              label: t('profiles.columns.reviewed'),
              text: (row) => (row.reviewed ? t('profiles.reviewedYes') : ''),
              render: (row) =>
                row.reviewed ? (
                  <Badge size="sm" variant="default" tt="none" leftSection={<IconCheck size={11} aria-hidden />}>
                    {t('profiles.reviewedYes')}
                  </Badge>
                ) : null,
              width: 105,
            },
            {
              id: 'noted',
              label: t('profiles.columns.noted'),
              text: (row) => (row.noted ? t('profiles.notedYes') : ''),
              width: 80,
            },
            // Sets are wide: they follow the common columns, so that figures need no scrolling.
            ...facets.filter(({ kind }) => kind === 'set').map(attributeColumn(labels)),
          ],
    [t, format, labels, facets, day, zone, isMeasured],
  );
}
