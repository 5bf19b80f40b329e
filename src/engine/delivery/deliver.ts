/**
 * The lists that a run delivers: as the model ranks, under a tuning where there is one, then under the rules that count. Whatever shows, checks or
 * writes the list of a profile takes it from here (docs/decisions/0056-delivered-lists.md).
 */
import type { AppliedRules } from '../../shared/contract/rules';
import { ShelfwiseError } from '../../shared/errors';
import { canonicalJson } from '../../shared/values/canonical-json';
import { say } from '../../shared/words/sentence';
import type { ItemTable } from '../data/tables';
import type { Lists } from '../model/ranking/lists';
import { type RuledLists, ruledLists } from '../rules/pass';
import { PreparedRules } from '../rules/prepared-rules';
import type { RunSession } from '../sessions/run-session';
import { type PassOptions, rankedLists, type RankedRun, type TunedProfiles } from '../lists/ranked-lists';

/** What stands between the ranking of the model and the delivered lists. */
interface Delivery {
  /** Null: no rule counts. */
  readonly rules: AppliedRules | null;
  /** Null: as trained. */
  readonly tuned?: TunedProfiles | null | undefined;
}

/** Lists count by their positions among `ranked.rows`. */
export interface DeliveredLists {
  /** As the model ranks, with more than 25 places. */
  readonly ranked: RankedRun;
  /** The titles behind the columns of all lists: new titles may follow those of the run. */
  readonly items: ItemTable;
  /** Under the rules 25 places; without any as many as the ranking has. */
  readonly lists: Lists;
  /** The rules and what they did; null without any. */
  readonly under: { readonly rules: PreparedRules; readonly ruled: RuledLists } | null;
}

/** Lists under rules, of which none may apply. */
export interface RuledDelivery extends DeliveredLists {
  readonly under: NonNullable<DeliveredLists['under']>;
}

/**
 * @throws ShelfwiseError `usage` for an attribute that the data does not have, or a tuning that the model cannot follow; `not-found` for a run without
 * lists, `stopped` on abort
 */
export function deliveredLists(
  session: RunSession,
  delivery: Delivery & { readonly rules: AppliedRules },
  options?: PassOptions,
): Promise<RuledDelivery>;
export function deliveredLists(session: RunSession, delivery: Delivery, options?: PassOptions): Promise<DeliveredLists>;
export async function deliveredLists(
  session: RunSession,
  { rules: applied, tuned = null }: Delivery,
  options: PassOptions = {},
): Promise<DeliveredLists> {
  const ranked = await rankedLists(session, tuned, options);
  if (applied === null) return { ranked, items: (await session.data()).items, lists: ranked.lists, under: null };
  if (ranked.isMixed) throw new ShelfwiseError('usage', say('tuning.watched-with-rules'));
  const rules = await preparedFor(session, applied, ranked.excludeWatched);
  const ruled = await ruledLists(rules, ranked);
  return { ranked, items: rules.data.items, lists: ruled.lists, under: { rules, ruled } };
}

/** The last lists of all profiles of a session: questions about the same lists follow each other. */
const lastOfAll = new WeakMap<RunSession, { readonly key: string; readonly lists: Promise<DeliveredLists> }>();

/**
 * The lists of all profiles, kept until others are asked for.
 * @param signal of the caller: who waits for lists that another began and stopped makes them anew
 * @throws ShelfwiseError as deliveredLists
 */
export function deliveredToAll(
  session: RunSession,
  rules: AppliedRules | null,
  signal?: AbortSignal,
): Promise<DeliveredLists> {
  const key = canonicalJson(rules && [rules.set, rules.date]);
  const last = lastOfAll.get(session);
  // A failure is not kept: the next call may find what was missing.
  if (last?.key === key) return last.lists.catch(() => deliveredToAll(session, rules, signal));
  const lists = deliveredLists(session, { rules }, { signal });
  const made = { key, lists };
  lastOfAll.set(session, made);
  lists.catch(() => {
    if (lastOfAll.get(session) === made) lastOfAll.delete(session);
  });
  return lists;
}

/** The last rules of a session: a slider that moves asks for the same ones each time. */
const lastPrepared = new WeakMap<RunSession, { readonly key: string; readonly rules: Promise<PreparedRules> }>();

function preparedFor(session: RunSession, applied: AppliedRules, excludeWatched: boolean): Promise<PreparedRules> {
  const key = canonicalJson([applied.set, applied.date, excludeWatched]);
  const last = lastPrepared.get(session);
  if (last?.key === key) return last.rules;
  const rules = prepared(session, applied, excludeWatched);
  lastPrepared.set(session, { key, rules });
  // A failure is not kept: the next call may find what was missing.
  rules.catch(() => lastPrepared.delete(session));
  return rules;
}

async function prepared(
  session: RunSession,
  { set, date }: AppliedRules,
  excludeWatched: boolean,
): Promise<PreparedRules> {
  const { profiles, items, histories } = await session.data();
  const { watched } = session.dataset;
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
