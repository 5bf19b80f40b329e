import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { activateRun } from '../../../renderer/stores/selection';

/** Links to a profile with its list from one run. */
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
