import { Alert, Anchor, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useParams } from 'wouter';
import type { RunComparison } from '../contract/run-comparison';
import { BackToRuns } from '../../../renderer/actions/BackToRuns';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { DifferenceTables } from './DifferenceTables';
import { HitTables } from './HitTables';
import { ScoreAgain } from './ScoreAgain';
import { ScoreTables } from './ScoreTables';
import { Verdict } from './Verdict';
import { WinnersCharts } from './WinnersCharts';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** Compares two to four runs: which one to use, scores with their certainty, the lists, and last what differs in how the runs were made. */
export function CompareRunsScreen(): ReactNode {
  const t = useTexts();
  const { ids } = useParams<{ ids: string }>();
  const { queries } = useEngine();
  const nameApart = useNameApart();
  const comparison = useQuery(queries.runs.compare.queryOptions({ input: { runIds: ids.split(',') } }));
  return (
    <Screen title={t('shell.screen.compareRuns')} subtitle={<BackToRuns />}>
      <Query of={comparison} lines={12}>
        {(answer) => (
          <Comparison comparison={{ ...answer, runs: answer.runs.map((run) => ({ ...run, name: nameApart(run) })) }} />
        )}
      </Query>
    </Screen>
  );
}

function Comparison({ comparison }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
  const { comparable } = comparison;
  return (
    <>
      {comparable !== 'yes' && (
        <Alert
          role="status"
          variant="light"
          color="brick"
          icon={<IconInfoCircle aria-hidden />}
          title={t(`compareRuns.comparable.${comparable}`)}
          styles={{ title: { color: 'var(--shelfwise-warning)' } }}
        >
          {t(`compareRuns.comparableHelp.${comparable}`)}
        </Alert>
      )}
      {comparable === 'other-data' && <ScoreAgain runs={comparison.runs} />}
      <Verdict comparison={comparison} />
      <ScoreTables comparison={comparison} />
      <WinnersCharts comparison={comparison} />
      <Section title={t('compareRuns.lists')}>
        <Stack gap="2xs" align="flex-start">
          {comparison.runs.slice(1).map(({ runId, name }) => (
            <Anchor key={runId} component={Link} href={placeOfChanges(comparison.runs[0]!, { runId })} size="sm">
              {t('compareRuns.listsOf', { first: comparison.runs[0]!.name, other: name })}
            </Anchor>
          ))}
        </Stack>
      </Section>
      <HitTables comparison={comparison} />
      <DifferenceTables comparison={comparison} />
    </>
  );
}
