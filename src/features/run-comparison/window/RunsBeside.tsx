import { Alert, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Query } from '../../../renderer/components/Query';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunComparison } from '../contract/run-comparison';
import { DifferenceTables } from './DifferenceTables';
import { ScoreAgain } from './ScoreAgain';
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
  const { comparable } = comparison;
  return (
    <Stack gap="lg">
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
      <DifferenceTables comparison={comparison} />
    </Stack>
  );
}
