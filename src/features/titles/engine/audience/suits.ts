/** Whom titles without viewings suit, by what they stand in for (docs/decisions/0038-new-titles.md). */
import type { SuitedAudience } from '../../contract/audience';
import { MOST_RECEIVERS } from '../../contract/limits';
import type { TitleCondition } from '../../../../shared/contract/rules';
import { MOST_LIKE, namedTitle } from '../../../../engine/lists/new-title-reason';
import { watchedOf } from '../../../../engine/model/ranking/lists';
import { titlesOf } from '../../../../engine/rules/conditions';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';
import { spreadOf } from './spread';

/** Parts of the range of shares. */
const PARTS = 4;

/** The asked title that suits a profile best. */
interface Suited {
  readonly row: number;
  readonly column: number;
  readonly share: number;
  /** Whether the profile watched the episode before. */
  readonly isNext: boolean;
}

/**
 * @param asked rows of the data set
 * @returns null if all titles were watched
 */
export async function suitedAudience(
  workspace: Workspace,
  session: RunSession,
  { titles, asked }: { readonly titles: TitleCondition; readonly asked: readonly number[] },
): Promise<SuitedAudience | null> {
  const { popularity } = session.dataset;
  if (asked.every((row) => popularity[row]! > 0)) return null;
  const [{ profiles, histories }, { items, newTitles }] = await Promise.all([session.data(), session.withNewTitles()]);
  const columns = titlesOf(items, titles).filter((column) => newTitles.isNew[column] === 1);
  if (columns.length === 0) return null;
  const suited = bestOfEach(columns, newTitles, histories);
  const isIn = new Uint8Array(profiles.ids.length);
  for (const { row } of suited) isIn[row] = 1;
  const strengths = new Int32Array(PARTS);
  const first = suited.filter(({ isNext }) => !isNext);
  for (const { share } of first) strengths[Math.min(PARTS - 1, Math.floor(share * PARTS))]!++;
  return {
    titles: columns.length,
    profiles: suited.length,
    next: suited.length - first.length,
    strengths: Array.from(strengths, (count, part) => ({
      from: part / PARTS,
      to: (part + 1) / PARTS,
      profiles: count,
    })),
    by: await spreadOf(workspace, session, isIn),
    best: suited
      .toSorted(bestFirst)
      .slice(0, MOST_RECEIVERS)
      .map(({ row, column, share }) => {
        const { after, like } = newTitles.evidence(column, new Set(watchedOf(histories, row)));
        return {
          ...namedTitle(items, column),
          profile: profiles.ids[row]!,
          share,
          after: after === null ? null : namedTitle(items, after),
          like: like.slice(0, MOST_LIKE).map(({ row: other }) => namedTitle(items, other)),
        };
      }),
  };
}

type WithNewTitles = Awaited<ReturnType<RunSession['withNewTitles']>>;
type RunData = Awaited<ReturnType<RunSession['data']>>;

/** As NewTitles.suiting decides, with the share, for each profile that any of the new titles suits. */
function bestOfEach(
  columns: readonly number[],
  newTitles: WithNewTitles['newTitles'],
  histories: RunData['histories'],
): Suited[] {
  const counting = new Map<number, { at: number; share: number; isBefore: boolean }[]>();
  const count = (row: number, at: number, share: number, isBefore: boolean): void =>
    void counting.set(row, [...(counting.get(row) ?? []), { at, share, isBefore }]);
  columns.forEach((column, at) => {
    for (const { row, share } of newTitles.shares(column)) count(row, at, share, false);
    for (const row of newTitles.before(column)) count(row, at, 0, true);
  });
  const suited: Suited[] = [];
  for (let row = 0; row < histories.rows; row++) {
    const found = new Map<number, { share: number; isNext: boolean }>();
    for (const watched of watchedOf(histories, row))
      for (const { at, share, isBefore } of counting.get(watched) ?? []) {
        const { share: sum, isNext } = found.get(at) ?? { share: 0, isNext: false };
        found.set(at, { share: sum + share, isNext: isNext || isBefore });
      }
    const [best] = Array.from(found, ([at, one]) => ({ row, column: columns[at]!, ...one }))
      // A later episode suits only those who watched the one before.
      .filter(({ column, isNext }) => isNext || newTitles.before(column).length === 0)
      .sort(bestFirst);
    if (best !== undefined) suited.push(best);
  }
  return suited;
}

/** Sorting keeps the order of profiles, or of columns, among equals. */
const bestFirst = (left: Suited, right: Suited): number =>
  Number(right.isNext) - Number(left.isNext) || right.share - left.share;
