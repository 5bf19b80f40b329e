/**
 * Explains why a title is not in the list of a profile, and finds the smallest change of the profile that brings it in. Found by trying: each change
 * is scored as a tuning is, and the rank under it is that of its list. An untried change may be smaller still.
 */
import { setImmediate } from 'node:timers/promises';
import type { AppliedRules } from '../../../../shared/contract/rules';
import { NEUTRAL_TUNING, type Tuning } from '../../../../shared/contract/tuning';
import type { WhyNot, WhyNotChange } from '../../contract/why-not';
import { LIST_LENGTH } from '../../../../shared/limits';
import { SCORING_ROWS } from '../../../../engine/model/ranking/lists';
import type { RunData, RunSession } from '../../../../engine/sessions/run-session';
import { rankOf, rankRow } from '../../../../engine/lists/rank-row';
import { type PossibleChange, possibleChanges, withChanges } from './possible-changes';
import { scoreRow, scoreRows } from '../../../../engine/lists/score-row';
import { standIn, titleOfDataset } from '../../../new-titles/engine/public';
import { tunedRow } from '../../../../engine/lists/tuned-rows';
import { whyNotUnderRules } from './why-not-rules';

interface WhyNotRequest {
  readonly profile: string;
  readonly item: string;
  readonly tuning?: Tuning | undefined;
  /** The rules that count, or null. */
  readonly rules: AppliedRules | null;
}

/** Number of the most promising single changes to try in pairs. */
const PAIRED = 12;

/** A combination of changes, with its result. */
interface Tried {
  readonly changes: readonly PossibleChange[];
  readonly tuning: Tuning;
  readonly rank: number;
  /** Number of titles of the current list in the list under the changes; 0 if the title is not in it. */
  readonly stay: number;
}

/** @throws ShelfwiseError `not-found` for an unknown profile or title, `usage` for a tuning that the model cannot follow */
export async function whyNot(session: RunSession, request: WhyNotRequest): Promise<WhyNot> {
  const started = performance.now();
  const { profile, item: id, rules, tuning = NEUTRAL_TUNING } = request;
  const tuned = await tunedRow(session, profile, tuning);
  const data = await session.data();
  const answer = (known: Pick<WhyNot, 'title' | 'reason'> & Partial<WhyNot>): WhyNot => ({
    runId: session.record.runId,
    profile,
    item: id,
    rank: null,
    score: null,
    places: LIST_LENGTH,
    needed: null,
    change: null,
    others: [],
    tried: 0,
    underRules: null,
    standIn: null,
    ...known,
    seconds: (performance.now() - started) / 1000,
  });
  const item = data.itemRow.get(id);
  if (item === undefined) {
    const title = titleOfDataset(session, id);
    return answer({ title, reason: 'not-learned', standIn: await standIn(session, { profile, item: id, rules }) });
  }

  const title = data.items.titles[item]!;
  const { watched } = tuned.history;
  const scores = await scoreRow(session, tuned.scored);
  const list = rankRow(scores, watched, LIST_LENGTH, tuned.excludeWatched);
  const isListed = list.items.includes(item);
  if (!isListed && tuned.excludeWatched && watched.includes(item)) return answer({ title, reason: 'watched' });
  const found = {
    title,
    rank: isListed ? list.items.indexOf(item) + 1 : rankOf(scores, item, new Set(tuned.excludeWatched ? watched : [])),
    score: scores[item]!,
    needed: list.scores.at(-1)!,
  };
  const underRules = rules === null ? null : await whyNotUnderRules(session, { profile, item: id, tuning }, rules);
  if (isListed) {
    const reason = underRules !== null && underRules.rank === null ? 'ruled-out' : 'listed';
    return answer({ ...found, reason, underRules });
  }

  const possible = await possibleChanges(session, item, tuned, tuning);
  const sought = { profile, item, tuning, present: new Set(list.items) };
  const single = await tryAll(
    session,
    sought,
    possible.map((change) => [change]),
  );
  const pairs = single.some(bringsIn) ? [] : await tryAll(session, sought, pairsOf(single));
  const best = bestOfEachKind([...single, ...pairs].filter(bringsIn)).map((one) => changeOf(data, one));
  return answer({
    ...found,
    reason: 'outranked',
    change: best[0] ?? null,
    others: best.slice(1),
    tried: single.length + pairs.length,
    underRules,
  });
}

const bringsIn = ({ rank }: Tried): boolean => rank <= LIST_LENGTH;

/** Scores each of the changes, in blocks between which other calls are answered. */
async function tryAll(
  session: RunSession,
  { profile, item, tuning, present }: { profile: string; item: number; tuning: Tuning; present: ReadonlySet<number> },
  all: readonly (readonly PossibleChange[])[],
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (let from = 0; from < all.length; from += SCORING_ROWS) {
    const block = all.slice(from, from + SCORING_ROWS);
    const tunings = block.map((changes) => withChanges(tuning, changes));
    const rows = await Promise.all(tunings.map((one) => tunedRow(session, profile, one)));
    const scores = await scoreRows(
      session,
      rows.map(({ scored }) => scored),
    );
    const items = scores.length / rows.length;
    rows.forEach(({ history: { watched }, excludeWatched }, row) => {
      const own = scores.subarray(row * items, (row + 1) * items);
      const rank = rankOf(own, item, new Set(excludeWatched ? watched : []));
      const list = rank <= LIST_LENGTH ? rankRow(own, watched, LIST_LENGTH, excludeWatched).items : [];
      const stay = Array.from(list).filter((other) => present.has(other)).length;
      tried.push({ changes: block[row]!, tuning: tunings[row]!, rank, stay });
    });
    await setImmediate();
  }
  return tried;
}

/** Any two of the most promising changes that can be combined. */
function pairsOf(single: readonly Tried[]): PossibleChange[][] {
  const nearest = single
    .toSorted((left, right) => left.rank - right.rank)
    .slice(0, PAIRED)
    .map(({ changes }) => changes[0]!);
  return nearest.flatMap((one, place) =>
    nearest.slice(place + 1).flatMap((other) => (isOfSameAttribute(one, other) ? [] : [[one, other]])),
  );
}

const isOfSameAttribute = (one: PossibleChange, other: PossibleChange): boolean =>
  one.kind === 'attribute' && other.kind === 'attribute' && one.name === other.name;

/** The best of all first, then the best of each other kind. */
function bestOfEachKind(found: readonly Tried[]): Tried[] {
  const best = new Map<string, Tried>();
  for (const one of found.toSorted((left, right) => right.stay - left.stay || left.rank - right.rank)) {
    const kind = one.changes
      .map((change) => change.kind)
      .sort()
      .join(' ');
    if (!best.has(kind)) best.set(kind, one);
  }
  return [...best.values()];
}

function changeOf({ items, itemRow }: RunData, { changes, tuning, rank, stay }: Tried): WhyNotChange {
  const titles = (kind: 'added' | 'removed') =>
    changes.flatMap((change) =>
      change.kind === kind ? [{ item: change.item, title: items.titles[itemRow.get(change.item)!]! }] : [],
    );
  return {
    added: titles('added'),
    removed: titles('removed'),
    attributes: changes.flatMap((change) =>
      change.kind === 'attribute' ? [{ name: change.name, before: change.before, value: change.value }] : [],
    ),
    rank,
    stay,
    tuning,
  };
}
