/** How much was watched when, as bars with what was rejected on top. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { activityChart } from '../../../shared/charts/activity-chart';
import type { Activity, Dataset } from '../../../shared/contract';
import { Chart } from '../../components/chart/Chart';
import { useDays } from '../../components/labels/use-days';
import { Query } from '../../components/Query';
import { Section } from '../../components/Section';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';

export function ActivitySection({ dataset: { fingerprint, period } }: { dataset: Dataset }): ReactNode {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const { zone } = useDays(fingerprint);
  const activity = useQuery({
    // What a fingerprint names never changes.
    ...queries.datasets.activity.queryOptions({ input: { fingerprint, timeZone: zone }, staleTime: Infinity }),
    enabled: period !== null,
  });
  if (period === null || activity.data === null) return null;
  return (
    <Section title={t('charts.activity.section')}>
      <Query of={activity} lines={6}>
        {(counted) => counted !== null && <ActivityChart activity={counted} />}
      </Query>
    </Section>
  );
}

function ActivityChart({ activity }: { activity: Activity }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { rejectedElsewhere } = activity;
  return (
    <>
      <Chart {...activityChart(activity, { t, format })} />
      {rejectedElsewhere > 0 && (
        <Text size="sm" c="dimmed">
          {t('charts.activity.elsewhere', { count: rejectedElsewhere })}
        </Text>
      )}
    </>
  );
}
