/**
 * Explains a title without viewings for one profile: the titles that it stands in for, the contribution of each, its rank among the new titles, and
 * what the profile would have to watch for it to suit. No model has a score for it (docs/decisions/0038-new-titles.md).
 */
import type { AppliedRules } from '../../../shared/contract/rules';
import type { StandIn } from '../contract/new-titles';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { watchedOf } from '../../../engine/model/ranking/lists';
import { sharedFeatures } from '../../../engine/data/new-titles/likeness';
import type { NewTitles } from '../../../engine/data/new-titles/new-titles';
import type { RunSession } from '../../../engine/sessions/run-session';
import { namedTitle, newTitleSentence } from '../../../engine/lists/new-title-reason';
import { placeUnder } from '../../../engine/delivery/compare';

interface StandInRequest {
  readonly profile: string;
  readonly item: string;
  /** The rules that count, or null. */
  readonly rules: AppliedRules | null;
}

/**
 * @returns null for a title that the run knows
 * @throws ShelfwiseError `not-found` for an unknown profile, or a title that is not in the data either
 */
export async function standIn(session: RunSession, { profile, item, rules }: StandInRequest): Promise<StandIn | null> {
  const row = await session.profileRow(profile);
  const { histories, itemRow } = await session.data();
  if (itemRow.has(item)) return null;
  titleOfDataset(session, item);
  const { items, newTitles } = await session.withNewTitles();
  const column = items.ids.indexOf(item);
  // Watched, but left out by the recipe.
  if (column === -1) return null;
  const watched = watchedOf(histories, row);
  const seen = new Set(watched);
  const rankAmong = ranksIn(newTitles, watched);
  const { after, like } = newTitles.evidence(column, seen);
  const episode = after ?? newTitles.before(column)[0];
  const parts = newTitles.shares(column).map(({ row: other, likeness, share }) => ({
    kind: 'stand-in' as const,
    id: items.ids[other]!,
    title: items.titles[other]!,
    likeness,
    watched: seen.has(other),
    value: seen.has(other) ? share : 0,
    shared: sharedFeatures(newTitles.features, column, other).map((code) => newTitles.features.features[code]!),
  }));
  const rank = rankAmong.get(column) ?? null;
  const wanted = episode ?? newTitles.nearest(column)[0]?.row;
  return {
    runId: session.record.runId,
    profile,
    item,
    title: items.titles[column]!,
    score: parts.reduce((sum, { value }) => sum + value, 0),
    rank,
    suiting: rankAmong.size,
    after: episode === undefined ? null : { ...namedTitle(items, episode), watched: episode === after },
    parts,
    change:
      rank !== null || wanted === undefined
        ? null
        : { ...namedTitle(items, wanted), rank: ranksIn(newTitles, watched, wanted).get(column)! },
    underRules: rules === null ? null : await placeUnder(session, { profile, item }, rules),
    sentence: newTitleSentence(items, after, like),
  };
}

/** Ranks among the new titles that suit a profile, from 1, by column. @param also a title to count as watched in addition */
function ranksIn(newTitles: NewTitles, watched: Int32Array, also?: number): ReadonlyMap<number, number> {
  const columns = also === undefined ? watched : Int32Array.from([...watched, also]).sort();
  return new Map(Array.from(newTitles.candidates(columns), (column, place) => [column, place + 1]));
}

/** @throws ShelfwiseError `not-found` for a title that is not in the data either */
export function titleOfDataset({ dataset, record }: RunSession, id: string): string | null {
  const row = dataset.itemRow.get(id);
  if (row !== undefined) return dataset.items.titles[row]!;
  throw new ShelfwiseError('not-found', [
    say('title.unknown-in-data', { title: id, data: record.dataset.name }),
    ...allowedWords(id, dataset.items.ids),
  ]);
}
