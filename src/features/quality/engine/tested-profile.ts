/** What a profile watched in the hold-out, and where the judged list had it. */
import type { TestedProfile } from '../contract/tested';
import { LIST_LENGTH } from '../../../shared/limits';
import { watchedOf } from '../../../engine/model/ranking/lists';
import { LIST_END } from '../../../engine/runs/lists-file';
import type { TestProfiles } from '../../../engine/runs/test-profiles-file';
import type { RunSession } from '../../../engine/sessions/run-session';

/**
 * @returns null for a profile outside the hold-out, and for a run whose hold-out gave no metrics
 * @throws ShelfwiseError `not-found` for an unknown profile
 */
export async function testedProfile(session: RunSession, profile: string): Promise<TestedProfile | null> {
  const row = await session.profileRow(profile);
  const tested = await session.testProfiles();
  const at = tested?.profile.indexOf(row) ?? -1;
  if (tested === null || at < 0) return null;
  const [{ targets }, { items, datasetItem }] = await Promise.all([session.testPart(), session.data()]);
  const wanted = watchedOf(targets, row);
  const list = judgedList(tested, at);
  const rankOf = new Map(list.map((item, place) => [item, place + 1]));
  const lastWatched = session.dataset.lastWatched(row);
  const titleOf = (item: number): { item: string; title: string | null; group: string | null } => ({
    item: items.ids[item]!,
    title: items.titles[item]!,
    group: session.dataset.groupOf(datasetItem[item]!),
  });
  const held = Array.from(wanted, (item) => ({
    ...titleOf(item),
    lastWatched: lastWatched.get(datasetItem[item]!) ?? null,
    rank: rankOf.get(item) ?? null,
  }));
  const isWanted = new Set(wanted);
  const { protocol } = session.record.split!;
  return {
    runId: session.record.runId,
    profile,
    protocol,
    recall: tested.recall[at]!,
    ndcg: tested.ndcg[at]!,
    score: tested.score[at]!,
    targets: held.sort(
      (left, right) =>
        (left.rank ?? Infinity) - (right.rank ?? Infinity) ||
        (right.lastWatched ?? '').localeCompare(left.lastWatched ?? ''),
    ),
    list: list.map((item, place) => ({ ...titleOf(item), rank: place + 1, hit: isWanted.has(item) })),
  };
}

/** Columns of the judged list of one test profile. */
function judgedList({ judged }: TestProfiles, at: number): number[] {
  const places = judged.lists.subarray(at * LIST_LENGTH, (at + 1) * LIST_LENGTH);
  return [...places].filter((item) => item !== LIST_END);
}
