import { unknownProfile } from '../data/unknown-profile';
import type { DatasetSession } from './dataset-session';

export function refuseUnknown({ snapshot, profileRow, profiles: { ids } }: DatasetSession, profile: string): void {
  if (!profileRow.has(profile)) throw unknownProfile(profile, snapshot.dataset, ids);
}
