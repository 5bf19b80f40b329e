import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type NewModel, useNewModel } from '../../../renderer/actions/use-new-model';
import { WorseModel } from '../../../renderer/actions/WorseModel';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { RunComparison } from '../contract/run-comparison';
import { DifferenceTables } from './DifferenceTables';
import { ScoreAgain, useScoredAgain } from './ScoreAgain';
import { ScoreTables } from './ScoreTables';
import { Verdict } from './Verdict';

/** Runs side by side: which one to use, scores with their certainty, and what differs in how the runs were made. */
export function RunsBeside({ runIds }: { runIds: string[] }): ReactNode {
  const { queries } = useEngine();
  const nameApart = useNameApart();
  const comparison = useQuery(queries.runs.compare.queryOptions({ input: { runIds } }));
  return (
    <Query of={comparison} lines={12}>
      {(answer) => (
        <Comparison comparison={{ ...answer, runs: answer.runs.map((run) => ({ ...run, name: nameApart(run) })) }} />
      )}
    </Query>
  );
}

function Comparison({ comparison }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
  const { comparable, runs } = comparison;
  const again = useScoredAgain(runs);
  const byRefresh = useFoundByRefresh(runs);
  const isJudged =
    comparable === 'other-data' && (byRefresh !== null || again?.runs.some(({ reason }) => reason === null));
  return (
    <Stack gap="lg">
      {comparable === 'other-data' && byRefresh !== null && <FoundByRefresh {...byRefresh} />}
      {comparable !== 'yes' && isJudged !== true && (
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
      {comparable === 'other-data' && <ScoreAgain runs={runs} />}
      <Verdict comparison={comparison} />
      <ScoreTables comparison={comparison} />
      <DifferenceTables comparison={comparison} />
    </Stack>
  );
}

/** What a refresh found when it made one of two models from the other; null where none did. */
function useFoundByRefresh(runs: readonly Run[]): { readonly made: string; readonly found: NewModel } | null {
  const [first, second] = runs.length === 2 ? runs.map(({ runId }) => runId) : [];
  const ofFirst = useNewModel(first ?? null);
  const ofSecond = useNewModel(second ?? null);
  if (ofSecond !== null && ofSecond.earlier?.runId === first) return { made: second!, found: ofSecond };
  return ofFirst !== null && ofFirst.earlier?.runId === second ? { made: first!, found: ofFirst } : null;
}

/** Where one of the two is surely worse, the other can be kept by one press. */
function FoundByRefresh({ made, found }: { made: string; found: NewModel }): ReactNode {
  const t = useTexts();
  return (
    <Section title={t('compareRuns.verdict.title')}>
      {found.verdict === 'worse' ? <WorseModel runId={made} /> : <Text fw={600}>{found.text}</Text>}
    </Section>
  );
}
