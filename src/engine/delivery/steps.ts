/** The steps in which a delivered list is made: the catalogue, what of it was not watched, what rules allow, what the model ranks first, the list. */
import { setImmediate } from 'node:timers/promises';
import { LIST_LENGTH } from '../../shared/limits';
import type { SparseRows } from '../data/tables';
import { LISTS_PER_TURN } from '../lists/ranked-lists';
import { watchedOf } from '../model/ranking/lists';
import type { PreparedRules, RulesOfProfile } from '../rules/prepared-rules';
import { TakenOut } from '../rules/taken-out';
import { listOf } from '../runs/lists-file';
import type { DeliveredLists } from './deliver';

/** Some titles, and how many of them are of a kind. */
interface Counted {
  readonly of: number;
  readonly count: number;
}

/** What a list may be made of. Columns are those of the delivered lists. */
export class Candidates {
  readonly #rules: PreparedRules | null;
  readonly #excludesWatched: boolean;
  /** What a plan allows of the whole catalogue, but for series whose episodes come in order. */
  readonly #allowed = new Map<RulesOfProfile | null, Counted>();
  readonly all: Counted;

  /** @param isOfKind for each column, 1 if the title is of the kind */
  constructor(
    { ranked, items, under }: DeliveredLists,
    private readonly isOfKind: Uint8Array = new Uint8Array(items.ids.length),
  ) {
    this.#rules = under?.rules ?? null;
    this.#excludesWatched = ranked.excludeWatched;
    this.all = this.count(isOfKind.keys());
  }

  count(columns: Iterable<number>): Counted {
    let [of, count] = [0, 0];
    for (const column of columns) {
      of++;
      count += this.isOfKind[column]!;
    }
    return { of, count };
  }

  /** @param watched columns of one profile, without repeats */
  unwatched(watched: Int32Array): Counted {
    return this.#excludesWatched ? less(this.all, this.count(watched)) : this.all;
  }

  /** Of the unwatched titles those that no rule removes. @param row of the run */
  allowed(row: number, watched: Int32Array): Counted {
    const plan = this.#planOf(row);
    let allowed = this.#allowed.get(plan);
    if (allowed === undefined) {
      allowed = this.count(this.#columns((column) => plan === null || plan.takenOutBy[column] === -1));
      this.#allowed.set(plan, allowed);
    }
    if (plan !== null && plan.orders.length > 0) return this.count(this.#columns(this.isAllowed(row, watched)));
    if (!this.#excludesWatched) return allowed;
    return less(allowed, this.count(watched.filter((column) => plan === null || plan.takenOutBy[column] === -1)));
  }

  isAllowed(row: number, watched: Int32Array): (column: number) => boolean {
    const plan = this.#planOf(row);
    const out = plan === null ? null : new TakenOut(this.#rules!, plan, watched);
    const isWatched = new Set(this.#excludesWatched ? watched : []);
    return (column) => !isWatched.has(column) && (out === null || out.by(column) === -1);
  }

  #planOf(row: number): RulesOfProfile | null {
    return this.#rules === null ? null : this.#rules.planOf(row);
  }

  *#columns(isOne: (column: number) => boolean): Generator<number> {
    for (const column of this.isOfKind.keys()) if (isOne(column)) yield column;
  }
}

const less = (all: Counted, some: Counted): Counted => ({ of: all.of - some.of, count: all.count - some.count });

/** A list, and what the steps before it leave, by step. */
interface ListSteps {
  /** Row of the run. */
  readonly row: number;
  readonly catalogue: Counted;
  readonly unwatched: Counted;
  readonly allowed: Counted;
  /** The first 25 of the allowed titles as the model ranks them, before any is pinned, moved or skipped. */
  readonly ranked: Counted;
  readonly delivered: Counted;
}

/**
 * Takes the steps of some lists from the lists as they are delivered: the rules and the ranking are those that made them.
 * @param histories what each profile watched, where no tuning changes it
 * @param places positions of the lists; yielded in any order
 * @throws ShelfwiseError as deliveredLists, where more titles have to be ranked
 */
export async function* listSteps(
  delivered: DeliveredLists,
  { histories, candidates, places }: { histories: SparseRows; candidates: Candidates; places: Int32Array },
): AsyncGenerator<ListSteps> {
  const { ranked, lists } = delivered;
  const watchedAt = (at: number): Int32Array =>
    ranked.watched(at) ?? (ranked.rows[at]! < histories.rows ? watchedOf(histories, ranked.rows[at]!) : NOTHING);
  const first = (at: number, ranking: Int32Array): number[] => {
    const isAllowed = candidates.isAllowed(ranked.rows[at]!, watchedAt(at));
    const best: number[] = [];
    for (let place = 0; place < ranking.length && best.length < LIST_LENGTH; place++)
      if (isAllowed(ranking[place]!)) best.push(ranking[place]!);
    return best;
  };
  const made = (at: number, best: readonly number[]): ListSteps => ({
    row: ranked.rows[at]!,
    catalogue: candidates.all,
    unwatched: candidates.unwatched(watchedAt(at)),
    allowed: candidates.allowed(ranked.rows[at]!, watchedAt(at)),
    ranked: candidates.count(best),
    delivered: candidates.count(listOf(lists, at)),
  });
  const again: number[] = [];
  for (const [place, at] of places.entries()) {
    if (place > 0 && place % LISTS_PER_TURN === 0) await setImmediate();
    const ranking = listOf(ranked.lists, at, ranked.lists.count);
    const best = first(at, ranking);
    const isWhole = ranking.length < ranked.lists.count || ranking.length >= histories.columns;
    if (best.length === LIST_LENGTH || isWhole) yield made(at, best);
    else again.push(at);
  }
  if (again.length > 0)
    for await (const { at, items } of ranked.rank(Int32Array.from(again))) yield made(at, first(at, items));
}

const NOTHING = new Int32Array(0);
