import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { listText, placeOfProfile } from '../../../renderer/components/origin';

/** Links to a profile with its list from one run, followed by the other profiles of the table. */
export function ProfileLink({
  run,
  runs,
  profile,
  among,
}: {
  run: Run;
  /** The compared runs. */
  runs: readonly Run[];
  profile: string;
  among: readonly { readonly profile: string }[];
}): ReactNode {
  const show = useShowRun();
  const list = listText(
    among.map((one) => one.profile),
    profile,
  );
  const ids = runs.map(({ runId }) => runId).join(',');
  return (
    <Anchor
      component={Link}
      href={placeOfProfile(profile, { kind: 'runs', values: { runs: ids, list } })}
      size="sm"
      onClick={() => show(run.runId, run.dataset.fingerprint)}
    >
      {profile}
    </Anchor>
  );
}
