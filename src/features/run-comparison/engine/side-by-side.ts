/** The list of one profile in each of several runs. */
import type { ListsSideBySide } from '../contract/run-comparison';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { listOf } from '../../../engine/runs/lists-file';
import type { Workspace } from '../../../engine/storage/workspace';
import { openRuns } from './compare-runs';
import { listsIfThere, titlesOf } from './list-changes';

/** @throws ShelfwiseError as openRuns, `not-found` if none of them has a list for that profile */
export async function listsSideBySide(
  workspace: Workspace,
  runIds: readonly string[],
  profile: string,
): Promise<ListsSideBySide> {
  const opened = await openRuns(workspace, runIds);
  const lists = await Promise.all(
    opened.map(async ({ folder, run }) => {
      const all = await listsIfThere(folder, run);
      const row = all?.profiles.indexOf(profile) ?? -1;
      return all === null || row < 0 ? null : Array.from(listOf(all.lists, row), (column) => all.items[column]!);
    }),
  );
  if (lists.every((list) => list === null))
    throw new ShelfwiseError('not-found', say('compare.no-profile', { profile }));
  const fingerprints = [...new Set(opened.map(({ run }) => run.dataset.fingerprint))];
  const titles = new Map(
    (await Promise.all(fingerprints.map(async (one) => titlesOf(workspace, one)))).flatMap((one) => [...one]),
  );
  const first = new Map(lists[0]?.map((item, place) => [item, place + 1]));
  return {
    profile,
    runs: opened.map(({ run }, index) => ({
      runId: run.runId,
      list:
        lists[index]?.map((item) => ({
          item,
          title: titles.get(item) ?? null,
          first: index === 0 ? null : (first.get(item) ?? null),
        })) ?? null,
    })),
  };
}
