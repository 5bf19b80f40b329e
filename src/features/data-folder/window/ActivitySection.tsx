import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { activityChart } from '../charts/activity-chart';
import type { Activity } from '../contract/activity';
import type { Dataset } from '../../../shared/contract/dataset';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useDays } from '../../../renderer/components/labels/use-days';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';

/** How much was watched over time, as bars, with rejected rows on top. */
export function ActivitySection({ dataset: { fingerprint, period } }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { zone } = useDays(fingerprint);
  const activity = useQuery({
    // Data under a fingerprint never changes.
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
  const t = useTexts();
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
