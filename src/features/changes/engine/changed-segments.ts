/** How much the lists of each saved segment changed. */
import type { ChangedLists } from '../contract/changes';
import { rowsOfSegments } from '../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Moves } from './moves';

/** Those with the most moves first. @param changed by row of the later run */
export async function changedSegments(
  workspace: Workspace,
  session: RunSession,
  changed: readonly (Moves & { readonly row: number })[],
): Promise<ChangedLists['segments']> {
  return (await rowsOfSegments(workspace, session))
    .map(({ id, name, rows }) => {
      const isIn = new Set(rows);
      const own = changed.filter(({ row }) => isIn.has(row));
      return {
        id,
        name,
        profiles: rows.length,
        changed: own.length,
        came: own.reduce((sum, { came }) => sum + came.length, 0),
        went: own.reduce((sum, { went }) => sum + went.length, 0),
      };
    })
    .sort((left, right) => right.came + right.went - (left.came + left.went));
}
