/** The shapes in which data reaches the models. Index = position in the ID order of the snapshot (or, in a run, of its vocabulary). */
import type { Recipe } from '../../shared/recipe/table';
import type { Sentence } from '../../shared/words/sentence';

/** Events that a recipe selects, in order of (time, profile, item). All arrays have one entry per event. */
export interface Interactions {
  readonly profile: Int32Array;
  readonly item: Int32Array;
  /** Seconds since 1970 in UTC, 32-bit if all are whole and before 2038; null if the data set has no times. */
  readonly time: Int32Array | Float64Array | null;
  /** How much the event counts, > 0; null if each counts 1. */
  readonly weight: Float32Array | null;
  /** Which entries belong to the part; absent if all do. */
  readonly kept?: KeptEvents;
}

/** Some of the entries of events, one bit each. */
export interface KeptEvents {
  readonly bits: Uint8Array;
  /** The bit of the first entry. */
  readonly first: number;
  /** Number of kept entries. */
  readonly count: number;
}

/** A part of some events: the first ones, or those that are not left out. */
export interface EventPart {
  /** Number of events in the part. */
  readonly count: number;
  /** Which events are left out; absent if the part is the first `count`. */
  readonly isOut?: (profile: number, item: number) => boolean;
  /** @param whole the events that this is a part of */
  of(whole: Interactions): Interactions;
}

/** Numbers of profiles and items. */
export interface Shape {
  readonly profiles: number;
  readonly items: number;
}

/** Events that are held while needed and read again when needed once more, with what can be derived from them. */
export interface EventSource {
  readonly count: number;
  readonly hasTimes: boolean;
  /** All of them, in memory. Prefer the derived forms below where they suffice. */
  hold(): Promise<Interactions>;
  /** Releases the held events, including those of any part of the same source. */
  letGo(): void;
  part(part: EventPart): EventSource;
  /** One row per profile over all items. @param counting how repeated events add up */
  histories(shape: Shape, counting: Recipe['data.counting']): Promise<Histories>;
  /** The part that is not left out. */
  without(isOut: (profile: number, item: number) => boolean): Promise<EventPart>;
  /**
   * profiles x items: what profiles watched after the first `count` events and not among them. A profile without events among them has an empty row.
   */
  watchedAfter(count: number, shape: Shape): Promise<HistoriesInMemory>;
  /** The moment to recommend for: one second after the last event; null without times or events. */
  now(): Promise<number | null>;
  /**
   * Visits the latest event of each profile with each item, the last one first, to count profiles rather than repeats, as popularity does.
   * @param histories of these events
   * @param visit `time` is null without times
   */
  eachLatest(histories: Histories, visit: (item: number, time: number | null) => void): Promise<void>;
}

export type Attribute =
  /** `codes[profile]` is an index into `categories`, or -1 if missing. */
  | {
      readonly kind: 'categorical';
      readonly name: string;
      readonly categories: readonly string[];
      readonly codes: Int32Array;
    }
  /** NaN if missing. */
  | { readonly kind: 'numeric'; readonly name: string; readonly values: Float64Array }
  /** Codes of profile p: codes[offsets[p] .. offsets[p + 1]], ascending, without repeats. */
  | {
      readonly kind: 'set';
      readonly name: string;
      readonly categories: readonly string[];
      readonly offsets: Int32Array;
      readonly codes: Int32Array;
    };

/** IDs in the order of the vocabulary, and their attributes. */
export interface ProfileTable {
  readonly ids: readonly string[];
  readonly attributes: readonly Attribute[];
}

export interface ItemTable {
  readonly ids: readonly string[];
  /** Null if the metadata has no row or no title. */
  readonly titles: readonly (string | null)[];
  readonly attributes: readonly Attribute[];
}

/** Numbers in memory, or on disk and read in parts on demand. */
export interface Numbers<Part extends Int32Array | Float32Array> {
  readonly length: number;
  /** Read only: may be a view. */
  subarray(from: number, to: number): Part;
}

/** Compressed sparse rows: row r holds indices[offsets[r] .. offsets[r + 1]], ascending, without repeats. May be as large as a whole data set. */
export interface Histories {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Int32Array;
  readonly indices: Numbers<Int32Array>;
  /** Null if each is 1. */
  readonly values: Numbers<Float32Array> | null;
}

/** Histories of a whole data set, in memory. */
export interface HistoriesInMemory extends Histories {
  readonly indices: Int32Array;
  readonly values: Float32Array | null;
}

/** Some rows, in memory. */
export interface SparseRows extends Histories {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** What a model is fitted on. */
export interface TrainingData {
  readonly events: EventSource;
  /** profiles x items, valued by the recipe's counting. */
  readonly histories: Histories;
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
  /** The moment to recommend for: seconds since 1970, just after the last event; null without times. */
  readonly now: number | null;
  /** A remark on how the data was read. */
  readonly note?: Sentence;
}

/** The same, for models that read the histories as a whole. */
export interface WholeTrainingData extends TrainingData {
  readonly histories: SparseRows;
}

/**
 * The order of IDs everywhere: as numbers if all are numbers (safe integers in canonical form), else by code unit; never by locale.
 * @returns a comparison for Array.sort
 */
export function idOrder(ids: Iterable<string>): (left: string, right: string) => number {
  for (const id of ids)
    if (!/^(0|-?[1-9]\d{0,14})$/.test(id)) return (left, right) => (left < right ? -1 : left > right ? 1 : 0);
  return (left, right) => Number(left) - Number(right);
}
