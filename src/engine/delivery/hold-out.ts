/** The lists that a run was measured with, or others of its hold-out, under rules. */
import type { AppliedRules } from '../../shared/contract/rules';
import { LIST_LENGTH, STORED_PLACES } from '../../shared/limits';
import { columnCounts } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { watchedOf } from '../model/ranking/lists';
import { applyRules } from '../rules/apply';
import { PreparedRules } from '../rules/prepared-rules';
import { LIST_END } from '../runs/lists-file';
import type { TestProfiles } from '../runs/test-profiles-file';
import type { RunSession } from '../sessions/run-session';
import { excludesWatched } from '../lists/rank-row';
import { asksForNewTitles } from './deliver';

interface RulesOnTest {
  readonly rules: PreparedRules;
  /** Row of each test profile. */
  readonly tested: Int32Array;
  readonly targets: SparseRows;
  /** 25 places per test profile, as ranked and under the rules; ended by LIST_END. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Lists of the hold-out that are not those that the run was measured with. */
interface HeldOut {
  /** 25 places per test profile; ended by LIST_END. */
  readonly lists: Int32Array;
  /** Whether they leave out what was watched. */
  readonly excludeWatched: boolean;
}

/**
 * The model behind these lists is not kept, only its 25 places; after them come the most watched titles outside the hold-out. So a title that a rule
 * brings in from beyond place 25 is worth a little less here than it would be with that model. New titles are those without viewings before the
 * hold-out.
 * @returns null for a run that kept no lists of its hold-out
 */
export async function rulesOnTest(
  session: RunSession,
  { set, date }: AppliedRules,
  others?: HeldOut,
): Promise<RulesOnTest | null> {
  const kept = await session.testProfiles();
  if (kept === null) return null;
  const [{ targets, histories }, { profiles, items }] = await Promise.all([session.testPart(), session.data()]);
  const { lists: before, excludeWatched } = others ?? {
    lists: kept.judged.lists,
    excludeWatched: excludesWatched(session),
  };
  const rules = new PreparedRules(set, date, {
    profiles,
    items,
    histories,
    watched: session.dataset.watched,
    excludeWatched,
    ...(asksForNewTitles(set) && (await session.withNewTitlesOfTest())),
  });
  const asked = { kept, histories, lists: before, excludeWatched };
  const rankings = others === undefined ? rankingsOfRun(session, asked) : rankingsOf(asked);
  const after = new Int32Array(before.length).fill(LIST_END);
  kept.profile.forEach((row, index) => {
    const list =
      applyRules(rules, row, { items: rankings.stored(index), isComplete: false }) ??
      applyRules(rules, row, { items: rankings.upTo(index, items.ids.length), isComplete: true })!;
    after.set(list.items, index * LIST_LENGTH);
  });
  return { rules, tested: kept.profile, targets, before, after };
}

/** The judged lists with what follows them, by the index of a test profile. */
interface Rankings {
  /** As many places as a run stores, kept: rule sets that are tried one after another need them again. */
  stored(index: number): Int32Array;
  upTo(index: number, places: number): Int32Array;
}

const lastRankings = new WeakMap<RunSession, Rankings>();

interface Ranked extends HeldOut {
  readonly kept: TestProfiles;
  readonly histories: SparseRows;
}

/** Of the lists that the run was measured with. */
function rankingsOfRun(session: RunSession, ranked: Ranked): Rankings {
  const known = lastRankings.get(session) ?? rankingsOf(ranked);
  lastRankings.set(session, known);
  return known;
}

function rankingsOf({ kept, histories, lists, excludeWatched }: Ranked): Rankings {
  const popular = mostWatched(columnCounts(histories));
  const stored: Int32Array[] = [];
  const upTo = (index: number, places: number): Int32Array => {
    const judged = lists.subarray(index * LIST_LENGTH, (index + 1) * LIST_LENGTH).filter((item) => item !== LIST_END);
    const watched = new Set(excludeWatched ? watchedOf(histories, kept.profile[index]!) : []);
    return Int32Array.from(followed(judged, popular, watched, places));
  };
  return { upTo, stored: (index: number) => (stored[index] ??= upTo(index, STORED_PLACES)) };
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
