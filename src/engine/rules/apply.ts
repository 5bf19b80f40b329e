/**
 * Applies rules to one list. Prohibitions always hold: if too few titles are left, the list is shorter and says so. Pins and moves are wishes, and
 * report when they could not be kept (docs/rules.md).
 *
 * In this order: remove titles; move the others up or down; pin; give new titles their places; fill the free places from the top, skipping what a
 * limit or "never with" refuses.
 */
import type { BrokenReason } from '../../shared/contract/unmet-reasons';
import { LIST_LENGTH } from '../../shared/limits';
import { watchedOf } from '../model/ranking/lists';
import { LimitsOfList } from './limits-of-list';
import { type Candidate, moved } from './moved';
import { newPlaces } from './new-places';
import type { Pin, PreparedRules, RulesOfProfile } from './prepared-rules';
import { TakenOut } from './taken-out';

/** The titles of a profile, best first. */
interface Ranking {
  /** Columns, without repeats. */
  readonly items: ArrayLike<number>;
  /** Whether it covers the whole catalogue, so that no other title could be listed. */
  readonly isComplete: boolean;
  /** What the profile watched, ascending, where a tuning changes it; as in the data where absent. */
  readonly watched?: Int32Array | undefined;
}

export interface RuledList {
  /** Columns, best first, without repeats. */
  readonly items: readonly number[];
  /** Active rules that could not be kept. */
  readonly broken: readonly { readonly index: number; readonly reason: BrokenReason }[];
  /** Active rules that pinned, moved, removed or skipped a title. */
  readonly touched: readonly number[];
  /** Pinned columns, each with the active rule that pinned it. */
  readonly pinned: ReadonlyMap<number, number>;
  /** Columns of the first 25 of the ranking that a rule removed or skipped, each with that rule. */
  readonly refused: ReadonlyMap<number, number>;
}

/**
 * The best 25 of a profile under the rules.
 * @param row of the lists
 * @returns null if titles beyond the ranking are needed: ask again with the complete one
 */
export function applyRules(rules: PreparedRules, row: number, ranking: Ranking): RuledList | null {
  const plan = rules.planOf(row);
  if (plan === null) {
    const items = Array.from(ranking.items).slice(0, LIST_LENGTH);
    return { items, broken: [], touched: [], pinned: new Map(), refused: new Map() };
  }
  return new OneList(rules, plan, row, ranking).make();
}

class OneList {
  readonly #columns: number;
  readonly #broken: { index: number; reason: BrokenReason }[] = [];
  readonly #touched = new Set<number>();
  /** Rules that removed or skipped any title, at any rank. */
  readonly #refusing = new Set<number>();
  readonly #pinnedBy = new Map<number, number>();
  readonly #refused = new Map<number, number>();
  readonly #limits: LimitsOfList;
  readonly #takenOut: TakenOut;
  readonly #watched: Int32Array;
  /** Number of placed titles that no ranking contains. */
  #beyond = 0;

  constructor(
    readonly rules: PreparedRules,
    readonly plan: RulesOfProfile,
    readonly row: number,
    readonly ranking: Ranking,
  ) {
    const { histories } = rules.data;
    this.#columns = rules.columns;
    const watched = ranking.watched ?? (row < histories.rows ? watchedOf(histories, row) : new Int32Array(0));
    this.#watched = watched;
    rules.watched.set(watched);
    if (plan.pins.length > 0 || plan.mostUp > 0) rules.ranked.set(ranking.items);
    this.#limits = new LimitsOfList(plan);
    this.#takenOut = new TakenOut(rules, plan, watched);
  }

  make(): RuledList | null {
    const remaining = this.#withoutTakenOut();
    const pinned = this.#pin(remaining);
    if (pinned === null) return null;
    this.#placeNewTitles(pinned);
    const free = moved(remaining, this.plan, (column) => this.#isWatchedOut(column)).filter(
      ({ column }) => !this.#pinnedBy.has(column),
    );
    const length = this.#length;
    const items: number[] = [];
    let next = 0;
    let last: Candidate | null = null;
    let isShort = false;
    for (let place = 0; place < length; place++) {
      const column = pinned[place];
      if (column !== undefined) {
        items.push(column);
        continue;
      }
      while (next < free.length && !this.#fits(free[next]!.column, next < LIST_LENGTH)) next++;
      const candidate = free[next++];
      if (candidate === undefined) {
        isShort = true;
        continue;
      }
      this.#limits.count(candidate.column);
      last = candidate;
      items.push(candidate.column);
    }
    if (!this.ranking.isComplete && (isShort || this.#mayBeOvertaken(last, remaining.length))) return null;
    if (isShort) this.#reportShort(pinned, items);
    this.#noteMoves(items);
    for (const column of items) this.#refused.delete(column);
    return {
      items,
      broken: this.#broken,
      touched: [...this.#touched],
      pinned: this.#pinnedBy,
      refused: this.#refused,
    };
  }

  get #length(): number {
    return Math.min(LIST_LENGTH, this.#columns + this.#beyond);
  }

  #withoutTakenOut(): number[] {
    const { items } = this.ranking;
    const remaining: number[] = [];
    for (let place = 0; place < items.length; place++) {
      const by = this.#takenOut.by(items[place]!);
      if (by === -1) remaining.push(items[place]!);
      else {
        this.#refusing.add(by);
        if (place < LIST_LENGTH) {
          this.#touched.add(by);
          this.#refused.set(items[place]!, by);
        }
      }
    }
    return remaining;
  }

  /** @returns the column at each pinned place; null if the complete ranking has to decide */
  #pin(remaining: readonly number[]): (number | undefined)[] | null {
    const pinned: (number | undefined)[] = [];
    const length = Math.min(LIST_LENGTH, this.#columns);
    for (const pin of this.plan.pins) {
      const { index, place: first, to, columns } = pin;
      if (to > first && this.#standsThere(pinned, pin)) continue;
      let next = first;
      while (next < length && pinned[next] !== undefined) next++;
      if (next >= length) {
        this.#broken.push({ index, reason: 'place-taken' });
        continue;
      }
      const column = this.#toPin(remaining, columns);
      if (column === null) return null;
      if (typeof column === 'string') {
        this.#broken.push({ index, reason: column });
        continue;
      }
      const own = to > first ? this.#ownPlace(remaining, column, to) : first;
      if (own === null) return null;
      const place = this.#placeWithin(pinned, pin, own) ?? next;
      if (place > to) this.#broken.push({ index, reason: 'place-taken' });
      pinned[place] = column;
      this.#pinnedBy.set(column, index);
      this.#limits.count(column);
      // A title that stands within the range anyway is left where it is.
      if (to === first || place !== own) this.#touched.add(index);
    }
    return pinned;
  }

  /** Whether an earlier rule pinned the only title of a range within it. */
  #standsThere(pinned: readonly (number | undefined)[], { place, to, columns }: Pin): boolean {
    if (columns.size !== 1) return false;
    const [column] = columns;
    const at = pinned.indexOf(column);
    return at >= place && at <= to;
  }

  /** The place that a title has without pins, moved as the rules move it; null if the complete ranking has to decide. */
  #ownPlace(remaining: readonly number[], column: number, to: number): number | null {
    const rank = remaining.indexOf(column);
    const up = this.plan.shift[column]!;
    if (rank >= 0) return Math.max(0, rank - up);
    return remaining.length - up > to ? remaining.length : null;
  }

  /**
   * The free place of a range that is nearest to the title's own, the later of two that are equally near. Places that a pin without a range wants are
   * taken last. Null if none is free.
   */
  #placeWithin(pinned: readonly (number | undefined)[], { place, to }: Pin, own: number): number | null {
    const last = Math.min(to, Math.min(LIST_LENGTH, this.#columns) - 1);
    const isWanted = (at: number): boolean =>
      to > place && this.plan.pins.some((pin) => pin.to === pin.place && pin.place === at);
    let best: number | null = null;
    let least = Infinity;
    for (let at = place; at <= last; at++) {
      if (pinned[at] !== undefined) continue;
      const away = Math.abs(at - own) + (isWanted(at) ? LIST_LENGTH * this.#columns : 0);
      if (away <= least) [best, least] = [at, away];
    }
    return best;
  }

  /** Gives the best suited new titles up to the places that each rule allows. Fewer titles break no rule. */
  #placeNewTitles(pinned: (number | undefined)[]): void {
    if (this.plan.newPlaces.length === 0) return;
    for (const { index, count, place, titles } of this.plan.newPlaces) {
      const room = LIST_LENGTH - this.#pinnedBy.size;
      const chosen: number[] = [];
      for (const column of this.#suiting()) {
        if (chosen.length === Math.min(count, room)) break;
        if (titles[column] !== 1 || this.#takenOut.by(column) !== -1 || !this.#mayBePinned(column)) continue;
        chosen.push(column);
        this.#pinnedBy.set(column, index);
        this.#limits.count(column);
        this.#touched.add(index);
        if (column >= this.#columns) this.#beyond++;
      }
      if (room === 0 && [...this.#suiting()].some((column) => titles[column] === 1))
        this.#broken.push({ index, reason: 'place-taken' });
      const places = newPlaces(pinned, { first: place, count: chosen.length, length: this.#length });
      chosen.forEach((column, at) => (pinned[places[at]!] = column));
    }
  }

  #suiting(): Iterable<number> {
    return this.rules.data.newTitles?.candidates(this.#watched) ?? [];
  }

  /** The best title that may be pinned, why there is none, or null if the complete ranking has to decide. */
  #toPin(remaining: readonly number[], columns: ReadonlySet<number>): number | BrokenReason | null {
    for (const column of remaining) if (columns.has(column) && this.#mayBePinned(column)) return column;
    const beyond = this.ranking.isComplete
      ? []
      : [...columns].filter(
          (column) =>
            !this.rules.ranked.has(column) &&
            this.#takenOut.by(column) === -1 &&
            !this.#isWatchedOut(column) &&
            this.#mayBePinned(column),
        );
    if (beyond.length > 0) return beyond.length === 1 ? beyond[0]! : null;
    if (columns.size === 0) return 'not-in-run';
    const left = [...columns].filter((column) => this.#takenOut.by(column) === -1);
    if (left.some((column) => this.#pinnedBy.has(column))) return 'title-taken';
    if (left.some((column) => !this.#isWatchedOut(column))) return 'limited';
    return left.length > 0 ? 'watched' : 'hidden';
  }

  #isWatchedOut(column: number): boolean {
    return this.rules.data.excludeWatched && this.rules.watched.has(column);
  }

  #mayBePinned(column: number): boolean {
    return !this.#pinnedBy.has(column) && !this.#isWatchedOut(column) && this.#fits(column, false);
  }

  /** Whether a title beyond the ranking could come before the last one taken. */
  #mayBeOvertaken(last: Candidate | null, ranked: number): boolean {
    if (last === null || last.key < ranked - this.plan.mostUp) return false;
    if (last.key >= ranked) return true;
    for (const column of this.plan.movedBy.keys())
      if (
        this.plan.shift[column]! > 0 &&
        last.key >= ranked - this.plan.shift[column]! &&
        !this.rules.ranked.has(column) &&
        !this.#isWatchedOut(column) &&
        this.#takenOut.by(column) === -1
      )
        return true;
    return false;
  }

  /** Whether limits and pairs allow a title beside those taken. @param notes whether to record that the refusing rule touched the list */
  #fits(column: number, notes: boolean): boolean {
    const by = this.#limits.refuses(column);
    if (by === -1) return true;
    this.#refusing.add(by);
    if (notes) {
      this.#touched.add(by);
      this.#refused.set(column, by);
    }
    return false;
  }

  #reportShort(pinned: readonly (number | undefined)[], items: readonly number[]): void {
    for (const index of this.#refusing) this.#broken.push({ index, reason: 'too-few-titles' });
    pinned.forEach((column, place) => {
      const isWish = this.plan.newPlaces.every(({ index }) => index !== this.#pinnedBy.get(column ?? -1));
      if (column !== undefined && isWish && items[place] !== column)
        this.#broken.push({ index: this.#pinnedBy.get(column)!, reason: 'too-few-titles' });
    });
  }

  #noteMoves(items: readonly number[]): void {
    if (this.plan.movedBy.size === 0) return;
    const before = Array.from(this.ranking.items).slice(0, LIST_LENGTH);
    for (const column of new Set([...before, ...items]))
      if (this.plan.shift[column] !== 0 && before.indexOf(column) !== items.indexOf(column))
        for (const index of this.plan.movedBy.get(column)!) this.#touched.add(index);
  }
}
