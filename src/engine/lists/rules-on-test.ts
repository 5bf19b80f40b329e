/** The lists that a run was measured with, under rules. */
import type { AppliedRules } from '../../shared/contract/rules';
import { LIST_LENGTH, STORED_PLACES } from '../../shared/limits';
import { columnCounts } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { watchedOf } from '../model/ranking/lists';
import { applyRules } from '../rules/apply';
import { PreparedRules } from '../rules/prepared-rules';
import { LIST_END } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { excludesWatched } from './rank-row';
import { asksForNewTitles } from './delivered';

interface RulesOnTest {
  readonly rules: PreparedRules;
  /** Row of each test profile. */
  readonly tested: Int32Array;
  readonly targets: SparseRows;
  /** 25 places per test profile, as the run was measured with and under the rules; ended by LIST_END. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * The model behind these lists is not kept, only its 25 places; after them come the most watched titles outside the hold-out. So a title that a rule
 * brings in from beyond place 25 is worth a little less here than it would be with that model. New titles are those without viewings before the
 * hold-out.
 * @returns null for a run that kept no lists of its hold-out
 */
export async function rulesOnTest(session: RunSession, { set, date }: AppliedRules): Promise<RulesOnTest | null> {
  const kept = await session.testProfiles();
  if (kept === null || kept.judged === null) return null;
  const [{ targets, histories }, { profiles, items }] = await Promise.all([session.testPart(), session.data()]);
  const excludeWatched = excludesWatched(session);
  const rules = new PreparedRules(set, date, {
    profiles,
    items,
    histories,
    watched: session.dataset.watched,
    excludeWatched,
    ...(asksForNewTitles(set) && (await session.withNewTitlesOfTest())),
  });
  const popular = mostWatched(columnCounts(histories));
  const before = kept.judged.lists;
  const after = new Int32Array(before.length).fill(LIST_END);
  kept.profile.forEach((row, index) => {
    const judged = before.subarray(index * LIST_LENGTH, (index + 1) * LIST_LENGTH).filter((item) => item !== LIST_END);
    const watched = new Set(excludeWatched ? watchedOf(histories, row) : []);
    const behind = (most: number): number[] => followed(judged, popular, watched, most);
    const list =
      applyRules(rules, row, { items: behind(STORED_PLACES), isComplete: false }) ??
      applyRules(rules, row, { items: behind(items.ids.length), isComplete: true })!;
    after.set(list.items, index * LIST_LENGTH);
  });
  return { rules, tested: kept.profile, targets, before, after };
}

function mostWatched(counts: Int32Array): Int32Array {
  return Int32Array.from(counts.keys()).sort((left, right) => counts[right]! - counts[left]! || left - right);
}

/** A list, followed by further titles, with watched ones last of all. */
function followed(list: Int32Array, others: Int32Array, watched: ReadonlySet<number>, most: number): number[] {
  const there = new Set(list);
  const all = [...list];
  for (const isBehind of [false, true])
    for (let place = 0; place < others.length && all.length < most; place++) {
      const item = others[place]!;
      if (watched.has(item) === isBehind && !there.has(item)) all.push(item);
    }
  return all;
}
