import type { ReactNode } from 'react';
import type { CameFrom, Walked } from '../../../../renderer/components/origin';
import { tunedKeys } from '../../../../shared/contract/tuning';
import { QueueWalk } from '../../../review/window/public';
import { resetTuning, useTuning } from '../tuning/tuning-store';
import { ListedWalk } from './ListedWalk';
import { ProfilesWalk } from './ProfilesWalk';
import { useSteps } from './use-steps';
import type { WalkProperties } from './walk-properties';

interface Properties extends Omit<WalkProperties, 'children'> {
  children: (from: CameFrom) => ReactNode;
}

/** Passes on the list that a profile was opened from: its place there, its neighbours, and the way back. */
export function Walk({ children, ...properties }: Properties): ReactNode {
  const { runId, data, profile, origin } = properties;
  const isTuned = useTuning((state) => state.runId === runId && tunedKeys(state.tuning).length > 0);
  const stepping = (from: Walked): ReactNode => (
    <Stepping from={from} profile={profile}>
      {children}
    </Stepping>
  );
  if (origin?.kind === 'review')
    return (
      <QueueWalk
        runId={runId}
        data={data}
        profile={profile}
        values={origin.values}
        endPreview={isTuned ? resetTuning : null}
      >
        {stepping}
      </QueueWalk>
    );
  const Listed = origin?.values['list'] === undefined ? ProfilesWalk : ListedWalk;
  return <Listed {...properties}>{stepping}</Listed>;
}

function Stepping({
  from,
  profile,
  children,
}: {
  from: Walked;
  profile: string;
  children: (from: CameFrom) => ReactNode;
}): ReactNode {
  return children({ ...from, step: useSteps(from, profile) });
}
