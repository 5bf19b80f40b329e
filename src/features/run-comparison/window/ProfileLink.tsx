/** Leads to a profile, with the list that a run has for it. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { activateRun } from '../../../renderer/stores/selection';

export const ProfileLink = ({ run, profile }: { run: Run; profile: string }): ReactNode => (
  <Anchor
    component={Link}
    href={`/compare/${encodeURIComponent(profile)}`}
    size="sm"
    onClick={() => activateRun(run.runId, run.dataset.fingerprint)}
  >
    {profile}
  </Anchor>
);
