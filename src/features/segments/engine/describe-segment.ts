/** What sets some profiles, and the lists of a run for them, apart from others. */
import type { DescribedSegment } from '../contract/segment';
import { MOST_DIFFERENCES } from '../contract/limits';
import { findsLists } from '../../review/contract/check-table';
import { type CheckContext, checkLists } from '../../review/engine/public';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import type { RulesChoice } from '../../../shared/contract/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { toldRules } from '../../../shared/values/told-rules';
import { say } from '../../../shared/words/sentence';
import { valuesOfRow } from '../../../engine/data/display/attributes';
import type { Attribute } from '../../../engine/data/tables';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { type DeliveredLists, deliveredToAll } from '../../../engine/delivery/deliver';
import { namedTitle } from '../../../engine/lists/new-title-reason';
import { meanOf, metricsOf } from '../../../engine/model/evaluate/judge';
import { listOf } from '../../../engine/runs/lists-file';
import type { TestProfiles } from '../../../engine/runs/test-profiles-file';
import { rowsOfFilter } from '../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';

/** Rows of the profiles on each side. */
interface Sides {
  readonly here: Int32Array;
  readonly others: Int32Array;
}

/** Which side a row is on: 1 here, 2 the others, 3 both, 0 none. */
type SideOf = Uint8Array;

interface Asked {
  readonly filter: ProfileFilter;
  readonly against?: ProfileFilter | undefined;
  readonly rules?: RulesChoice | undefined;
}

/** @throws ShelfwiseError `usage` if either side has no profile */
export async function describeSegment(
  context: CheckContext,
  session: RunSession,
  { filter, against, rules: choice }: Asked,
): Promise<DescribedSegment> {
  const { workspace } = context;
  const { record, dataset } = session;
  const rules = await rulesThatCount(workspace, record.dataset.fingerprint, choice);
  const [{ profiles, histories }, delivered, report, tested] = await Promise.all([
    session.data(),
    deliveredToAll(session, rules),
    checkLists(context, session, { rules: choice }),
    session.testProfiles(),
  ]);
  const sides = await sidesOf(workspace, session, { filter, against, count: profiles.ids.length });
  const sideOf = new Uint8Array(profiles.ids.length);
  for (const row of sides.here) sideOf[row]! |= 1;
  for (const row of sides.others) sideOf[row]! |= 2;
  const watched = (rows: Int32Array): number =>
    meanOf(Array.from(rows, (row) => histories.offsets[row + 1]! - histories.offsets[row]!));
  // A group is no list: Review does not ask about its profiles either.
  const checks = report.checks.filter(({ id }) => findsLists(id));
  const flagged = new Set(checks.flatMap((check) => check.profiles));
  const rowsOf = (ids: Iterable<string>): number[] => Array.from(ids, (id) => dataset.profileRow.get(id)!);
  return {
    runId: record.runId,
    profiles: { here: sides.here.length, others: sides.others.length },
    watched: { here: watched(sides.here), others: watched(sides.others) },
    attributes: apart(
      profiles.attributes.flatMap((attribute) => valuesOn(attribute, sideOf)),
      sides,
    ),
    titles: apart(titlesOn(session, delivered, sides), sides),
    holdOut: { here: testedOn(tested, sideOf, 1), others: testedOn(tested, sideOf, 2) },
    flagged: counted(rowsOf(flagged), sideOf),
    checks: checks
      .filter(({ count }) => count !== null && count > 0)
      .map((check) => ({ id: check.id, name: check.name, ...counted(rowsOf(check.profiles), sideOf) }))
      .filter(({ here, others }) => here + others > 0)
      .sort((left, right) => right.here - left.here),
    rulesOn: rulesOn(delivered, sides),
    rules: toldRules(rules),
  };
}

function rulesOn({ under }: DeliveredLists, { here, others }: Sides): DescribedSegment['rulesOn'] {
  if (under === null) return [];
  const { rules } = under;
  const countIn = (rows: Int32Array, index: number): number => rows.filter((row) => rules.isFor(index, row)).length;
  const shares = (one: { here: number; others: number }): number => one.here / here.length - one.others / others.length;
  return rules.active
    .map(({ rule: { id, name }, index }) => ({ id, name, here: countIn(here, index), others: countIn(others, index) }))
    .filter((one) => one.here > 0)
    .sort((left, right) => shares(right) - shares(left));
}

async function sidesOf(
  workspace: Workspace,
  session: RunSession,
  { filter, against, count }: Pick<Asked, 'filter' | 'against'> & { readonly count: number },
): Promise<Sides> {
  const here = await rowsOfFilter(workspace, session, filter);
  const isHere = new Set(here);
  const others =
    against === undefined
      ? Int32Array.from({ length: count }, (_, row) => row).filter((row) => !isHere.has(row))
      : await rowsOfFilter(workspace, session, against);
  if (here.length === 0) throw new ShelfwiseError('usage', say('segments.empty'));
  if (others.length === 0) throw new ShelfwiseError('usage', say('segments.no-others'));
  return { here, others };
}

const counted = (rows: readonly number[], sideOf: SideOf): { here: number; others: number } => ({
  here: rows.filter((row) => (sideOf[row]! & 1) !== 0).length,
  others: rows.filter((row) => (sideOf[row]! & 2) !== 0).length,
});

/** The entries whose shares of both sides differ most. */
function apart<Entry extends { readonly here: number; readonly others: number }>(
  entries: readonly Entry[],
  { here, others }: Sides,
): Entry[] {
  const difference = (entry: Entry): number => Math.abs(entry.here / here.length - entry.others / others.length);
  return entries
    .filter((entry) => difference(entry) > 0)
    .toSorted((left, right) => difference(right) - difference(left))
    .slice(0, MOST_DIFFERENCES);
}

/** Each value of an attribute with the profiles that have it. */
function valuesOn(attribute: Attribute, sideOf: SideOf): DescribedSegment['attributes'] {
  const counts = new Map<string | null, { here: number; others: number }>();
  sideOf.forEach((side, row) => {
    if (side === 0) return;
    for (const value of valuesOfRow(attribute, row)) {
      const count = counts.get(value) ?? { here: 0, others: 0 };
      counts.set(value, count);
      count.here += side & 1;
      count.others += side >> 1;
    }
  });
  return Array.from(counts, ([value, count]) => ({ name: attribute.name, value, ...count }));
}

/** Each title with the lists that hold it. */
function titlesOn(
  session: RunSession,
  { items, lists }: DeliveredLists,
  { here, others }: Sides,
): DescribedSegment['titles'] {
  const counts = new Map<number, { here: number; others: number }>();
  for (const side of ['here', 'others'] as const)
    for (const row of side === 'here' ? here : others)
      for (const column of listOf(lists, row)) {
        const count = counts.get(column) ?? { here: 0, others: 0 };
        counts.set(column, count);
        count[side]++;
      }
  const { dataset } = session;
  return Array.from(counts, ([column, count]) => ({
    ...namedTitle(items, column),
    group: dataset.groupOf(dataset.itemRow.get(items.ids[column]!)!),
    ...count,
  }));
}

/** @param side 1 here, 2 the others */
function testedOn(tested: TestProfiles | null, sideOf: SideOf, side: 1 | 2): DescribedSegment['holdOut']['here'] {
  if (tested === null) return null;
  const isOn = (_: number, at: number): boolean => (sideOf[tested.profile[at]!]! & side) !== 0;
  const score = tested.score.filter(isOn);
  if (score.length === 0) return null;
  const { profiles, standardError, ...means } = metricsOf({
    score,
    recall: tested.recall.filter(isOn),
    ndcg: tested.ndcg.filter(isOn),
  });
  return { profiles, score: means.score, recall: means.recall, standardError };
}
