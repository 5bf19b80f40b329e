import type { ReactNode } from 'react';
import { tunedKeys } from '../../../../shared/contract/tuning';
import { QueueWalk } from '../../../review/window/public';
import { resetTuning, useTuning } from '../tuning/tuning-store';
import { ListedWalk } from './ListedWalk';
import { ProfilesWalk } from './ProfilesWalk';
import type { WalkProperties } from './walk-properties';

/** Passes on the list that a profile was opened from: its place there, its neighbours, and the way back. */
export function Walk(properties: WalkProperties): ReactNode {
  const { runId, data, profile, origin, children } = properties;
  const isTuned = useTuning((state) => state.runId === runId && tunedKeys(state.tuning).length > 0);
  if (origin?.kind === 'review')
    return (
      <QueueWalk
        runId={runId}
        data={data}
        profile={profile}
        values={origin.values}
        endPreview={isTuned ? resetTuning : null}
      >
        {children}
      </QueueWalk>
    );
  return origin?.values['list'] === undefined ? <ProfilesWalk {...properties} /> : <ListedWalk {...properties} />;
}
