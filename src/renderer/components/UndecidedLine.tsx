import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../shared/contract/run-life';
import { undecidedText } from '../../shared/words/brought-text';
import { useEngineText } from '../locales/engine-text';
import { useTexts } from '../locales/use-texts';

/** Says above lists that were changed after the training that nothing of them is exported before the user decides. */
export function UndecidedLine({ run: { runId, brought } }: { run: Pick<Run, 'runId' | 'brought'> }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const undecided = undecidedText(brought, { t });
  if (brought === undefined || undecided === null) return null;
  return (
    <Text size="sm" c="var(--shelfwise-warning)" role="alert">
      {engineText(brought.problem!)} {undecided}{' '}
      <Anchor component={Link} href={`/runs/${encodeURIComponent(runId)}`} size="sm" underline="always">
        {t('bundles.decideThere')}
      </Anchor>
    </Text>
  );
}
