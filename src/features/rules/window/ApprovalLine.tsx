import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import classes from './Rules.module.css';

/** Says that rules changed after the lists of a run were approved: "Approved" on the board of the week is open again. */
export function ApprovalLine({ run: { runId } }: { run: Run }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { data } = useQuery(queries.review.approvals.queryOptions({ input: { runId } }));
  if (data?.standing !== 'other-rules' && data?.standing !== 'other-lists') return null;
  return (
    <p role="status" className={classes.waits}>
      {t('rules.approvalOpen')}{' '}
      <Anchor component={Link} href="/week" size="sm">
        {t('shell.screen.week')}
      </Anchor>
    </p>
  );
}
