/**
 * Scores titles without viewings, for which no model has a score: each stands in for its nearest titles by metadata. How well it suits a profile is
 * the share of those, weighted by likeness, that the profile watched (docs/decisions/0038-new-titles.md).
 */
import { setImmediate } from 'node:timers/promises';
import { episodesBefore } from '../series';
import type { ItemTable, SparseRows } from '../tables';
import { featuresOf, type TitleFeatures } from './features';
import { inOrder } from './in-order';
import { type Like, nearestBy } from './likeness';

/** Titles that a new one stands in for, plus all that are as near as the last of them. */
const NEAREST = 10;

/** New titles to compare before other calls get their turn: takes some hundredths of a second. */
const TITLES_A_TURN = 50;

/** What rules need to know of new titles. */
export interface NewTitleSource {
  /** Columns of the lists; new titles that no list can have lie behind. */
  readonly ranked: number;
  /** For each column, 1 if it is a new title. */
  readonly isNew: Uint8Array;
  /** The new titles that suit a profile, best first. @param watched columns, ascending */
  candidates(watched: ArrayLike<number>): Iterable<number>;
  evidence(column: number, watched: ReadonlySet<number>): NewTitleEvidence;
}

/** Why a new title suits a profile. */
interface NewTitleEvidence {
  /** The previous episode, if the profile watched it. */
  readonly after: number | null;
  /** Its nearest titles that the profile watched, nearest first. */
  readonly like: readonly Like[];
}

interface NewTitlesInput {
  /** The titles of the run, followed by those that it does not know. */
  readonly items: ItemTable;
  /** Number of titles of the run. */
  readonly ranked: number;
  /** Each column's rank in the order of IDs. */
  readonly idOrder: ArrayLike<number>;
  /** What was watched: a title in no row is new. */
  readonly histories: SparseRows;
  readonly keywords: ReadonlyMap<string, readonly string[]>;
}

export class NewTitles implements NewTitleSource {
  readonly ranked: number;
  readonly isNew: Uint8Array;
  readonly features: TitleFeatures;
  /** Columns of the new titles, in the order of their IDs. */
  readonly columns: readonly number[];
  readonly #nearest = new Map<number, readonly Like[]>();
  readonly #before: ReadonlyArray<readonly number[]>;
  /** For a column, the new titles (as indices) that it is among the nearest of, and its share there. */
  readonly #counts = new Map<number, { title: number; share: number }[]>();
  readonly #followers = new Map<number, number[]>();
  /** For each new title, 1 if it has no previous episode. */
  readonly #isFirst: Uint8Array;
  readonly #nearestOf: (row: number, count: number) => readonly Like[];

  private constructor({ items, ranked, idOrder, histories, keywords }: NewTitlesInput) {
    this.ranked = ranked;
    this.isNew = new Uint8Array(items.ids.length).fill(1);
    for (const column of histories.indices) this.isNew[column] = 0;
    const all = Array.from(items.ids.keys());
    this.columns = all
      .filter((column) => this.isNew[column] === 1)
      .sort((left, right) => idOrder[left]! - idOrder[right]!);
    this.features = featuresOf(items, keywords);
    this.#before = episodesBefore(items.titles);
    this.#isFirst = Uint8Array.from(this.columns, (column) => (this.#before[column]!.length === 0 ? 1 : 0));
    this.#nearestOf = nearestBy(
      this.features,
      all.filter((column) => this.isNew[column] === 0),
    );
  }

  static of(input: NewTitlesInput): NewTitles {
    const made = new NewTitles(input);
    made.#stand(0, made.columns.length);
    return made;
  }

  /** `of` in turns with other work: thousands of new titles take seconds. */
  static async inTurns(input: NewTitlesInput): Promise<NewTitles> {
    const made = new NewTitles(input);
    for (let from = 0; from < made.columns.length; from += TITLES_A_TURN) {
      made.#stand(from, from + TITLES_A_TURN);
      await setImmediate();
    }
    return made;
  }

  /** Finds the nearest titles of the new titles from one index to another. */
  #stand(from: number, to: number): void {
    for (const [at, column] of this.columns.slice(from, to).entries()) {
      const title = from + at;
      const likes = this.#nearestOf(column, NEAREST);
      this.#nearest.set(column, likes);
      for (const { row, share } of this.shares(column)) addTo(this.#counts, row, { title, share });
      for (const before of this.#before[column]!) addTo(this.#followers, before, title);
    }
  }

  /**
   * First the next episodes of what was watched, then the others with a share; the greater share first, ties by ID. An episode whose predecessor was
   * not watched suits no profile.
   */
  candidates(watched: ArrayLike<number>): Iterable<number> {
    const { suiting, shares, isNext } = this.#suiting(watched);
    const isBefore = (left: number, right: number): boolean => {
      if (isNext[left] !== isNext[right]) return isNext[left] === 1;
      if (shares[left] !== shares[right]) return shares[left]! > shares[right]!;
      return left < right;
    };
    const columns = this.columns;
    return (function* bestFirst() {
      for (const place of inOrder(suiting, isBefore)) yield columns[place]!;
    })();
  }

  /** The new titles that suit a profile, unordered. */
  suiting(watched: ArrayLike<number>): number[] {
    return this.#suiting(watched).suiting.map((place) => this.columns[place]!);
  }

  /** Indexed by new title. */
  #suiting(watched: ArrayLike<number>): { suiting: number[]; shares: Float64Array; isNext: Uint8Array } {
    const shares = new Float64Array(this.columns.length);
    const isNext = new Uint8Array(this.columns.length);
    const suiting: number[] = [];
    for (let place = 0; place < watched.length; place++) {
      const column = watched[place]!;
      for (const { title, share } of this.#counts.get(column) ?? []) {
        if (shares[title] === 0 && this.#isFirst[title] === 1) suiting.push(title);
        shares[title]! += share;
      }
      for (const title of this.#followers.get(column) ?? []) {
        if (isNext[title] === 0) suiting.push(title);
        isNext[title] = 1;
      }
    }
    return { suiting, shares, isNext };
  }

  /** The titles that a new one stands in for, nearest first; empty if it shares no metadata with others. */
  nearest(column: number): readonly Like[] {
    return this.#nearest.get(column) ?? [];
  }

  /** The same, each with its share: its part of their total likeness. */
  shares(column: number): readonly (Like & { readonly share: number })[] {
    const likes = this.nearest(column);
    let total = 0;
    for (const { likeness } of likes) total += likeness;
    return likes.map((like) => ({ ...like, share: like.likeness / total }));
  }

  /** The previous episodes in its series; empty for the first episode and for a title without an episode number. */
  before(column: number): readonly number[] {
    return this.#before[column]!;
  }

  evidence(column: number, watched: ReadonlySet<number>): NewTitleEvidence {
    return {
      after: this.before(column).find((before) => watched.has(before)) ?? null,
      like: this.nearest(column).filter(({ row }) => watched.has(row)),
    };
  }
}

function addTo<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
