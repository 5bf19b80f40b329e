/** Which changed lists belong to a group of them: a title, a segment, a genre. */
import type { ChangedGroup } from '../contract/changes';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { listNamed, SEGMENTS } from '../../../engine/kept/segments-and-tunings';
import { rowsOfFilter } from '../../../engine/sessions/profile-rows';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Moves } from './moves';
import type { Delivery } from '../../../engine/delivery/open';

type IsOf = (list: Moves & { /** Of the later run. */ readonly row: number }) => boolean;

/** @throws ShelfwiseError `not-found` for a segment that is not saved with the data of the later run */
export async function changesOf(
  workspace: Workspace,
  earlier: Delivery,
  later: Delivery,
  of: ChangedGroup | undefined,
): Promise<IsOf> {
  if (of === undefined) return () => true;
  const moved =
    (is: (item: string) => boolean): IsOf =>
    ({ came, went }) =>
      [...came, ...went].some(({ item }) => is(item));
  if ('item' in of) return moved((item) => item === of.item);
  if ('segment' in of) {
    const { session } = later;
    const segments = await listNamed(SEGMENTS, workspace, session.record.dataset.fingerprint);
    const segment = segments.find(({ id }) => id === of.segment);
    if (segment === undefined)
      throw new ShelfwiseError('not-found', say('command-line.no-segment', { name: of.segment }));
    const rows = new Set(await rowsOfFilter(workspace, session, segment.filter));
    return ({ row }) => rows.has(row);
  }
  return moved((item) => {
    const { dataset } = (later.session.dataset.itemRow.has(item) ? later : earlier).session;
    return dataset.groupOf(dataset.itemRow.get(item)!) === of.group;
  });
}
