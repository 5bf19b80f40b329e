/** Applies rules to the lists of a run. Stored places are enough for most profiles; the others are scored again. */
import { setImmediate } from 'node:timers/promises';
import type { AppliedRules } from '../../shared/contract/rules';
import type { PlaceUnderRules } from '../../shared/contract/explanation';
import type { Progress } from '../../shared/contract/progress';
import type { RuledProfile } from '../../shared/contract/rule-answers';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import { emptyRow } from '../data/histories';
import type { ItemTable } from '../data/tables';
import { steeringOf } from '../model/dae/steering';
import { type Lists, SCORING_ROWS, watchedOf } from '../model/ranking/lists';
import { type FullRanking, type RuledLists, ruledLists } from '../rules/pass';
import { PreparedRules } from '../rules/prepared-rules';
import { listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { excludesWatched, neutralRow, rankRow } from './neutral';
import { newTitleReason } from './new-title-reason';
import { type ScoredRow, scoreRows } from './score-row';
import { listedRows } from './tuned-for-many';
import type { TunedLists } from './tuned-lists';

export interface RulesOnRun {
  readonly rules: PreparedRules;
  /** The titles behind the columns of both lists. */
  readonly items: ItemTable;
  /** The run's own lists, with more than 25 places. */
  readonly stored: Lists;
  readonly ruled: RuledLists;
}

export interface PassOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  /** The one row to compute; all rows where absent. */
  readonly only?: number;
  /** The lists to apply the rules to; the run's own where absent. */
  readonly tuned?: TunedLists | undefined;
}

/** @throws ShelfwiseError `usage` for an attribute that the data does not have, `not-found` for a run without lists, `stopped` on abort */
export async function applyToRun(
  session: RunSession,
  applied: AppliedRules,
  options: PassOptions = {},
): Promise<RulesOnRun> {
  const rules = await preparedFor(session, applied, options.tuned);
  const stored = options.tuned?.lists ?? (await session.lists());
  const ruled = await ruledLists(rules, stored, (rows) => fullRankings(session, rows, options), options.only);
  return { rules, items: rules.data.items, stored, ruled };
}

async function preparedFor(
  session: RunSession,
  { set, date }: AppliedRules,
  tuned: TunedLists | undefined,
): Promise<PreparedRules> {
  const { profiles, items, histories } = await session.data();
  const { watched } = session.dataset;
  const excludeWatched = tuned?.excludeWatched ?? excludesWatched(session);
  if (excludeWatched !== excludesWatched(session) && tuned?.isTuned.includes(0) === true)
    throw new ShelfwiseError('usage', say('tuning.watched-with-rules'));
  return new PreparedRules(set, date, {
    profiles,
    items,
    histories,
    watched,
    excludeWatched,
    ...(asksForNewTitles(set) && (await session.withNewTitles())),
  });
}

/** Whether lists under these rules may contain titles that the run does not know. */
export const asksForNewTitles = ({ rules }: AppliedRules['set']): boolean =>
  rules.some(({ kind, on }) => on && kind === 'new-titles');

/** Ranks all titles for each row, by the same scores as the stored lists. */
async function* fullRankings(
  session: RunSession,
  rows: Int32Array,
  { onProgress, signal, tuned }: PassOptions,
): AsyncGenerator<FullRanking, void, void> {
  const { histories, items } = await session.data();
  for (let from = 0; from < rows.length; from += SCORING_ROWS) {
    throwIfStopped(signal);
    onProgress?.({ phase: 'rules', detail: '', done: from, total: rows.length });
    const block = rows.subarray(from, from + SCORING_ROWS);
    const scores = await scoresOf(session, block, tuned);
    for (const [index, row] of block.entries()) {
      const own = scores.subarray(index * items.ids.length, (index + 1) * items.ids.length);
      const watched = row < histories.rows ? watchedOf(histories, row) : new Int32Array(0);
      yield { row, ...rankRow(own, watched, items.ids.length, tuned?.excludeWatched ?? excludesWatched(session)) };
    }
    await setImmediate();
  }
}

/** Scores tuned rows with the tuning's model, and the others with the run's. */
async function scoresOf(session: RunSession, rows: Int32Array, tuned: TunedLists | undefined): Promise<Float32Array> {
  const { items } = await session.data();
  const scores = new Float32Array(rows.length * items.ids.length);
  const put = (places: readonly number[], found: Float32Array): void =>
    places.forEach((place, index) =>
      scores.set(found.subarray(index * items.ids.length, (index + 1) * items.ids.length), place * items.ids.length),
    );
  const places = Array.from(rows.keys());
  const own = places.filter((place) => tuned?.isTuned[rows[place]!] !== 1);
  const others = places.filter((place) => tuned?.isTuned[rows[place]!] === 1);
  if (own.length > 0)
    put(own, await scoreRows(session, await Promise.all(own.map((place) => rowOf(session, rows[place]!)))));
  if (others.length > 0)
    put(
      others,
      tuned!.recommender.score(
        await listedRows(
          session,
          Int32Array.from(others, (place) => rows[place]!),
        ),
      ),
    );
  return scores;
}

/** The last row of the lists belongs to a profile of which nothing is known. */
async function rowOf(session: RunSession, row: number): Promise<ScoredRow> {
  const { histories, conditions, profiles } = await session.data();
  if (row < profiles.ids.length) return neutralRow(session, row);
  const condition = conditions.encode(-1);
  return {
    self: -1,
    history: emptyRow(histories.columns),
    condition,
    ...steeringOf(session.record.recipe),
  };
}

/** The list of a row, before and after the rules. */
export function ruledProfileOf({ rules, items, stored, ruled }: RulesOnRun, row: number): RuledProfile {
  const { profiles } = rules.data;
  const before = listOf(stored, row);
  const after = listOf(ruled.lists, row);
  const placeBefore = new Map(Array.from(before, (column, place) => [column, place + 1]));
  const named = (column: number) => ({ item: items.ids[column]!, title: items.titles[column]! });
  return {
    profile: profiles.ids[row]!,
    shared: after.filter((column) => placeBefore.has(column)).length,
    before: Array.from(before, named),
    after: Array.from(after, (column) => ({
      ...named(column),
      before: placeBefore.get(column) ?? null,
      rules: ruled.rulesOf(row, column).map((index) => rules.active[index]!.rule.id),
      newTitle: newTitleReason(rules, row, column),
    })),
  };
}

/** The list of one profile under rules. @throws ShelfwiseError as applyToRun, `not-found` for an unknown profile */
export async function ruledProfile(session: RunSession, profile: string, applied: AppliedRules): Promise<RuledProfile> {
  const row = await session.profileRow(profile);
  return ruledProfileOf(await applyToRun(session, applied, { only: row }), row);
}

/** The place that rules give a title in the list of a profile, and the rules that pinned or moved it. */
export async function placeUnder(
  session: RunSession,
  profile: string,
  item: string,
  rules: AppliedRules,
): Promise<PlaceUnderRules> {
  const { after } = await ruledProfile(session, profile, rules);
  const place = after.findIndex((title) => title.item === item);
  const moved = new Set(after[place]?.rules);
  return {
    rank: place < 0 ? null : place + 1,
    rules: rules.set.rules.filter(({ id }) => moved.has(id)).map(({ id, name }) => ({ id, name })),
  };
}
