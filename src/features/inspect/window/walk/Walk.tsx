import type { ReactNode } from 'react';
import { QueueWalk } from '../../../review/window/public';
import { ListedWalk } from './ListedWalk';
import { ProfilesWalk } from './ProfilesWalk';
import type { WalkProperties } from './walk-properties';

/** Passes on the list that a profile was opened from: its place there, its neighbours, and the way back. */
export function Walk(properties: WalkProperties): ReactNode {
  const { runId, data, profile, origin, children } = properties;
  if (origin?.kind === 'review')
    return (
      <QueueWalk runId={runId} data={data} profile={profile} values={origin.values}>
        {children}
      </QueueWalk>
    );
  return origin?.values['list'] === undefined ? <ProfilesWalk {...properties} /> : <ListedWalk {...properties} />;
}
