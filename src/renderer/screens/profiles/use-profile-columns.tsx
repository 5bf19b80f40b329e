/** The columns of the list: what the program knows of every profile, and the attributes of this data set between; null until those are known. */
import { Badge } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet, ProfileRow } from '../../../shared/contract';
import type { GridColumn } from '../../components/grid/DataGrid';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';

const attributeColumn = ({ name, kind }: Facet): GridColumn<ProfileRow> => ({
  id: `attributes.${name}`,
  label: name,
  text: (row) => row.attributes[name] ?? '–',
  width: kind === 'set' ? 200 : 90,
  numeric: kind === 'numeric',
});

export function useProfileColumns(data: string): GridColumn<ProfileRow>[] | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { queries } = useEngine();
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
            ...facets.filter(({ kind }) => kind !== 'set').map(attributeColumn),
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
              text: (row) => (row.lastActive === null ? '–' : format.day(row.lastActive)),
              width: 120,
            },
            {
              id: 'recall',
              label: t('profiles.columns.recall'),
              text: (row) => format.score(row.recall, 3),
              numeric: true,
              width: 100,
            },
            {
              id: 'score',
              label: t('profiles.columns.score'),
              text: (row) => format.score(row.score, 3),
              numeric: true,
              width: 100,
            },
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
              width: 120,
            },
            {
              id: 'noted',
              label: t('profiles.columns.noted'),
              text: (row) => (row.noted ? t('profiles.notedYes') : ''),
              width: 80,
            },
            // Sets are wide: after what every data set has, so that figures are seen without scrolling.
            ...facets.filter(({ kind }) => kind === 'set').map(attributeColumn),
          ],
    [t, format, facets],
  );
}
