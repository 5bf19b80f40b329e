import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { diversityCharts } from '../charts/diversity-charts';
import { hitsChart } from '../charts/hits-chart';
import { tailChart } from '../charts/tail-chart';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { toShelfwiseError } from '../../../shared/errors';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { GroupShares } from './GroupShares';
import classes from './ListFigures.module.css';

/** Charts of what the run's lists are like, beside what was watched. */
export function ListFigures({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const engineText = useEngineText();
  const labels = useLabels(run.dataset.fingerprint);
  const figures = useQuery({
    // The lists of a run never change.
    ...queries.runs.figures.queryOptions({ input: { runId: run.runId }, staleTime: Infinity }),
    enabled: hasLists(run),
  });
  if (!hasLists(run)) return null;
  return (
    <Section title={t('charts.lists')}>
      {figures.error === null ? (
        <Query of={figures} lines={10}>
          {({ shares, tail, diversity, hits }) => (
            <div className={classes.pictures}>
              {shares !== null && <GroupShares data={run.dataset.fingerprint} shares={shares} />}
              <div className={classes.stacked}>
                {tail.length > 0 && <Chart {...tailChart(tail, { t, format })} />}
                {hits !== null && <Chart {...hitsChart(hits, { t, format })} />}
              </div>
              {diversityCharts(diversity, shares === null ? null : labels.attribute(shares.attribute), {
                t,
                format,
              }).map((content) => (
                <Chart key={content.title} {...content} />
              ))}
            </div>
          )}
        </Query>
      ) : (
        // Not an error: the data set was removed, or the run came in a bundle without data.
        <Text size="sm" c="dimmed">
          {engineText(toShelfwiseError(figures.error))}
        </Text>
      )}
    </Section>
  );
}
