/** The shapes in which data reaches the models. Index = position in the ID order of the snapshot (or, in a run, of its vocabulary). */
import type { Recipe } from '../../shared/recipe/table';
import type { Sentence } from '../../shared/words/sentence';

/** Events that a recipe selects, in order of (time, profile, item). All arrays have one entry per event. */
export interface Interactions {
  readonly profile: Int32Array;
  readonly item: Int32Array;
  /** Seconds since 1970 in UTC, in 32 bits where all are whole and before 2038; null where the data set has no times. */
  readonly time: Int32Array | Float64Array | null;
  /** How much the event counts, > 0; null where each counts 1. */
  readonly weight: Float32Array | null;
  /** Which of the entries are meant; absent where all are. */
  readonly kept?: KeptEvents;
}

/** Some of the entries of events, one bit each. */
export interface KeptEvents {
  readonly bits: Uint8Array;
  /** The bit of the first entry. */
  readonly first: number;
  /** How many entries are kept. */
  readonly count: number;
}

/** A part of some events: the first ones, or those that are not left out. */
export interface EventPart {
  /** Events in it. */
  readonly count: number;
  /** Which of the events are left out; absent where they are the first `count`. */
  readonly isOut?: (profile: number, item: number) => boolean;
  /** @param whole the events that it is a part of */
  of(whole: Interactions): Interactions;
}

/** How many profiles and items there are. */
export interface Shape {
  readonly profiles: number;
  readonly items: number;
}

/** Events that are held while they are needed, and read again where they are needed once more; and what is made of them. */
export interface EventSource {
  readonly count: number;
  readonly hasTimes: boolean;
  /** All of them, in memory: whoever can ask for what is made of them does that. */
  hold(): Promise<Interactions>;
  /** Whoever holds them has done with them; those of any part of the same source go with them. */
  letGo(): void;
  part(part: EventPart): EventSource;
  /** One row a profile over all items. @param counting what repeated events add up to */
  histories(shape: Shape, counting: Recipe['data.counting']): Promise<Histories>;
  /** The part of them that is not left out. */
  without(isOut: (profile: number, item: number) => boolean): Promise<EventPart>;
  /** profiles x items: what profiles watched after the first `count` events and not in them. Profiles that are not in them have an empty row. */
  watchedAfter(count: number, shape: Shape): Promise<HistoriesInMemory>;
  /** The moment recommendations are made for: one second after the last event; null without times, or without events. */
  now(): Promise<number | null>;
  /**
   * Tells of the latest event of each profile with each item, the last one first: what counts profiles rather than repeats, as popularity does.
   * @param histories of these events
   * @param visit `time` is null without times
   */
  eachLatest(histories: Histories, visit: (item: number, time: number | null) => void): Promise<void>;
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

/** Numbers in memory, or on disk, where a part of them is read when it is asked for. */
export interface Numbers<Part extends Int32Array | Float32Array> {
  readonly length: number;
  /** To be read only: it may be a view. */
  subarray(from: number, to: number): Part;
}

/** Compressed sparse rows: row r holds indices[offsets[r] .. offsets[r + 1]], ascending, without repeats. As large as a whole data set. */
export interface Histories {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Int32Array;
  readonly indices: Numbers<Int32Array>;
  /** Null where each is 1. */
  readonly values: Numbers<Float32Array> | null;
}

/** Of a whole data set, in memory. */
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
  /** profiles x items, valued as the recipe's counting says. */
  readonly histories: Histories;
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
  /** The moment recommendations are made for: seconds since 1970, just after the last event; null without times. */
  readonly now: number | null;
  /** What is to be said of how it was read. */
  readonly note?: Sentence;
}

/** The same, for models that go through the histories as a whole. */
export interface WholeTrainingData extends TrainingData {
  readonly histories: SparseRows;
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
