import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import type { Run } from '../../../shared/contract/run-life';

/**
 * How many lists of the run look odd to the checks, whatever the filter leaves of them, as a way to Review.
 * @param props.all number of lists
 */
export function OddLists({ run, all }: { run: Run; all: number }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { choice } = useCountingRules(run.dataset.fingerprint);
  const queue = useQuery(
    queries.review.queue.queryOptions({ input: { runId: run.runId, ...choice, start: 0, end: 0 }, retry: false }),
  );
  const odd = queue.data?.odd ?? 0;
  if (odd === 0) return null;
  // Keys have the same way in the rail: a stop here would stand between the head of the screen and the list.
  return (
    <Anchor component={Link} href="/review" size="sm" tabIndex={-1}>
      {t('profiles.oddCount', { count: odd, all })}
    </Anchor>
  );
}
