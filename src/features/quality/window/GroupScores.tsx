import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { groupsChart } from '../charts/groups-chart';
import type { RunRecord } from '../../../shared/contract/run';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';

/** The scores by groups of profiles and titles. */
export function GroupScores({ run: { metrics, slices, dataset } }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(dataset.fingerprint);
  if (metrics === null || slices.length === 0) return null;
  return (
    <Section title={t('runs.slices')}>
      <Chart {...groupsChart(metrics.score, slices, { t, format, labels })} />
    </Section>
  );
}
