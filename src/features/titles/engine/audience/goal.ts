/** The profiles that titles shall reach. */
import type { ReachRequest } from '../../contract/audience';
import type { ProfileFilter } from '../../../../shared/contract/profiles';
import type { ProfileCondition } from '../../../../shared/contract/rules';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { listNamed, SEGMENTS } from '../../../../engine/kept/segments-and-tunings';
import { rowsOfFilter } from '../../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';

export interface Goal {
  /** Rows of the profiles that count, ascending. */
  readonly rows: Int32Array;
  /** Number of them to reach. */
  readonly wanted: number;
  /** For whom rules are, so that they are for these profiles; undefined for all. */
  readonly profiles: ProfileCondition | undefined;
  /** Whether `profiles` matches more than `rows`. */
  readonly isWider: boolean;
}

/** @throws ShelfwiseError `usage` for more profiles than there are, `not-found` for a segment that is not saved */
export async function goalOf(workspace: Workspace, session: RunSession, goal: ReachRequest['goal']): Promise<Goal> {
  const { profiles, watched } = session.dataset;
  const count = profiles.ids.length;
  if ('profiles' in goal) {
    if (goal.profiles > count)
      throw new ShelfwiseError('usage', say('titles.more-than-all', { wanted: goal.profiles, all: count }));
    const rows = Int32Array.from(watched.keys());
    return { rows, wanted: goal.profiles, profiles: undefined, isWider: false };
  }
  const segments = await listNamed(SEGMENTS, workspace, session.record.dataset.fingerprint);
  const segment = segments.find(({ id }) => id === goal.segment);
  if (segment === undefined)
    throw new ShelfwiseError('not-found', say('command-line.no-segment', { name: goal.segment }));
  const rows = await rowsOfFilter(workspace, session, segment.filter);
  return { rows, wanted: rows.length, ...conditionOf(segment.filter) };
}

/** A rule names only what the data alone decides: neither profiles one by one, nor what a run or a curator says of them. */
function conditionOf({ text, attributes = {}, watched, ...others }: ProfileFilter): Pick<Goal, 'profiles' | 'isWider'> {
  const named = Object.entries(attributes).filter(([, values]) => values.length > 0);
  const condition: ProfileCondition = {
    ...(text !== undefined && text.trim() !== '' && { text }),
    ...(named.length > 0 && { attributes: Object.fromEntries(named) }),
    ...(watched !== undefined && { watched }),
  };
  return {
    profiles: Object.keys(condition).length === 0 ? undefined : condition,
    isWider: Object.values(others).some((part) => part !== undefined) || named.length < Object.keys(attributes).length,
  };
}
