/** The shapes in which data reaches the models. Index = position in the ID order of the snapshot (or, in a run, of its vocabulary). */

/** Events that a recipe selects, in order of (time, profile, item). All arrays have one entry per event. */
export interface Interactions {
  readonly profile: Int32Array;
  readonly item: Int32Array;
  /** Seconds since 1970 in UTC; null where the data set has no times. */
  readonly time: Float64Array | null;
  /** How much the event counts, > 0. */
  readonly weight: Float32Array;
}

export type Attribute =
  /** `codes[profile]` is an index into `categories`, or -1 where missing. */
  | {
      readonly kind: 'categorical';
      readonly name: string;
      readonly categories: readonly string[];
      readonly codes: Int32Array;
    }
  /** NaN where missing. */
  | { readonly kind: 'numeric'; readonly name: string; readonly values: Float64Array }
  /** Codes of profile p: codes[offsets[p] .. offsets[p + 1]], ascending, without repeats. */
  | {
      readonly kind: 'set';
      readonly name: string;
      readonly categories: readonly string[];
      readonly offsets: Int32Array;
      readonly codes: Int32Array;
    };

/** IDs in the order of the vocabulary, with what is known about each. */
export interface ProfileTable {
  readonly ids: readonly string[];
  readonly attributes: readonly Attribute[];
}

export interface ItemTable {
  readonly ids: readonly string[];
  /** Null where the metadata has no row or no title. */
  readonly titles: readonly (string | null)[];
  readonly attributes: readonly Attribute[];
}

/** Compressed sparse rows: row r holds indices[offsets[r] .. offsets[r + 1]], ascending, without repeats. */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** What a model is fitted on. */
export interface TrainingData {
  readonly interactions: Interactions;
  /** profiles x items, valued as the recipe's counting says. */
  readonly histories: SparseRows;
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
  /** The moment recommendations are made for: seconds since 1970, just after the last event; null without times. */
  readonly now: number | null;
}

/**
 * The order of IDs everywhere: as numbers where all are (safe integers in canonical form), else by code unit; never by locale.
 * @returns a comparison for Array.sort
 */
export function idOrder(ids: Iterable<string>): (left: string, right: string) => number {
  for (const id of ids)
    if (!/^(0|-?[1-9]\d{0,14})$/.test(id)) return (left, right) => (left < right ? -1 : left > right ? 1 : 0);
  return (left, right) => Number(left) - Number(right);
}
