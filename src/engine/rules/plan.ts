/** Rules made ready for lists: who each is for, which columns it means, and what those that meet in one profile come to. */
import type { Rule, RuleOf, RuleSet } from '../../shared/contract/rules';
import type { Attribute, ItemTable, SparseRows } from '../data/tables';
import { displayValue } from '../data/display/attributes';
import { isWithin } from '../data/display/rows';
import type { NewTitleSource } from '../data/new-titles/new-titles';
import { attributeNamed, isConditional, type KnownProfiles, profilesOf, seriesOf, titlesOf } from './conditions';
import { type Episodes, episodesOf, NO_EPISODES } from './episodes';
import { Marks } from './marks';

/** What rules are applied to. Rows and columns are those of the lists. */
export interface RuleData extends KnownProfiles {
  readonly items: ItemTable;
  /** What each profile watched; a row beyond the last watched nothing. */
  readonly histories: SparseRows;
  /** Whether lists leave out what was watched. */
  readonly excludeWatched: boolean;
  /** Titles without viewings, whose columns lie in `items`, too; absent where no rule asks for them. */
  readonly newTitles?: NewTitleSource | undefined;
}

/** A rule that counts on the day. */
export interface ActiveRule<Of extends Rule = Rule> {
  readonly rule: Of;
  /** Its place among the active rules. */
  readonly index: number;
  /** Columns of the titles that it is about, ascending. */
  readonly columns: readonly number[];
}

export interface Pin {
  readonly index: number;
  /** From 0. */
  readonly place: number;
  readonly columns: ReadonlySet<number>;
}

export interface Limit {
  readonly index: number;
  readonly count: number;
  /** Groups that each column counts in; undefined where it is not limited. */
  readonly groups: readonly (readonly number[] | undefined)[];
}

export interface Pair {
  readonly index: number;
  /** Of each column 1 where it is among them. */
  readonly titles: Uint8Array;
  readonly others: Uint8Array;
}

export interface SeriesOrder {
  readonly index: number;
  /** Of each column 1 where it is about it. */
  readonly isAbout: Uint8Array;
}

/** Places for titles without viewings. */
export interface NewPlaces {
  readonly index: number;
  readonly count: number;
  /** The first one, from 0; null for the last places of the list. */
  readonly place: number | null;
  /** Of each column 1 where it may have one. */
  readonly titles: Uint8Array;
}

/** What the rules that count for a profile come to. */
export interface Plan {
  /** Of each column the active rule that takes it out, -1 where none does. */
  readonly takenOutBy: Int32Array;
  /** Places that a column is moved up, below zero down, by all rules together. */
  readonly shift: Int32Array;
  /** Columns that are moved, and by which active rules. */
  readonly movedBy: ReadonlyMap<number, readonly number[]>;
  /** The most that any column is moved up. */
  readonly mostUp: number;
  readonly pins: readonly Pin[];
  readonly limits: readonly Limit[];
  readonly pairs: readonly Pair[];
  readonly orders: readonly SeriesOrder[];
  readonly newPlaces: readonly NewPlaces[];
}

/** Plans of so many different meetings of rules are kept at a time; each takes eight bytes a title. */
const MOST_PLANS = 64;

export class PreparedRules {
  readonly active: readonly ActiveRule[];
  readonly episodes: Episodes;
  /** Columns that a ranking can have; those of new titles may lie behind. */
  readonly columns: number;
  /** Of each active rule the profiles that it counts for; the last entry is the profile about which nothing is known. */
  readonly #isFor: readonly Uint8Array[];
  readonly #limits = new Map<number, Limit>();
  readonly #pairs = new Map<number, Pair>();
  readonly #plans = new Map<string, Plan | null>();
  /** Of the list that is being made: what its profile watched, and what the ranking reaches. */
  readonly watched: Marks;
  readonly ranked: Marks;

  /**
   * @param date YYYY-MM-DD
   * @throws ShelfwiseError `usage` for an attribute that the data does not have
   */
  constructor(
    readonly set: RuleSet,
    readonly date: string,
    readonly data: RuleData,
  ) {
    this.watched = new Marks(data.items.ids.length);
    this.ranked = new Marks(data.items.ids.length);
    this.columns = data.newTitles?.ranked ?? data.items.ids.length;
    const rules = set.rules.filter((rule) => isActive(rule, date));
    this.active = rules.map((rule, index) => ({ rule, index, columns: columnsOf(rule, data) }));
    this.#isFor = rules.map((rule) => whoFor(rule, data));
    this.episodes = rules.some(({ kind }) => kind === 'in-order') ? episodesOf(data.items) : NO_EPISODES;
    for (const active of this.active) {
      if (isOf(active, 'at-most')) this.#limits.set(active.index, limitOf(active, data.items));
      if (isOf(active, 'never-with'))
        this.#pairs.set(active.index, {
          index: active.index,
          titles: maskOf(active.columns, data.items.ids.length),
          others: maskOf(titlesOf(data.items, active.rule.others), data.items.ids.length),
        });
    }
  }

  /** The plan of a profile, null where no rule counts for it. @param row of the lists; one beyond the profiles is of nobody known */
  planOf(row: number): Plan | null {
    const place = Math.min(row, this.data.profiles.ids.length);
    let key = '';
    for (const isFor of this.#isFor) key += isFor[place] === 1 ? '1' : '0';
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const rules = this.active.filter(({ index }) => this.#isFor[index]![place] === 1);
    const plan = rules.length === 0 ? null : this.#planOf(rules);
    if (this.#plans.size >= MOST_PLANS) this.#plans.clear();
    this.#plans.set(key, plan);
    return plan;
  }

  /** How many profiles a rule counts for. */
  profilesFor(index: number): number {
    return this.#isFor[index]!.subarray(0, -1).reduce((sum, one) => sum + one, 0);
  }

  isFor(index: number, row: number): boolean {
    return this.#isFor[index]![row] === 1;
  }

  #planOf(rules: readonly ActiveRule[]): Plan {
    const columns = this.data.items.ids.length;
    const takenOutBy = new Int32Array(columns).fill(-1);
    const shift = new Int32Array(columns);
    const movedBy = new Map<number, number[]>();
    const pins: Pin[] = [];
    const pairs: Pair[] = [];
    const orders: SeriesOrder[] = [];
    const newPlaces: NewPlaces[] = [];
    for (const active of rules) {
      const { rule, index } = active;
      switch (rule.kind) {
        case 'hide':
        case 'expire':
        case 'age':
          for (const column of active.columns) if (takenOutBy[column] === -1) takenOutBy[column] = index;
          break;
        case 'boost':
        case 'bury':
          for (const column of active.columns) {
            shift[column]! += rule.kind === 'boost' ? rule.places : -rule.places;
            movedBy.set(column, [...(movedBy.get(column) ?? []), index]);
          }
          break;
        case 'pin':
          pins.push({ index, place: rule.place - 1, columns: new Set(active.columns) });
          break;
        case 'never-with':
          pairs.push(this.#pairs.get(index)!);
          break;
        case 'in-order':
          orders.push({ index, isAbout: maskOf(active.columns, columns) });
          break;
        case 'new-titles':
          newPlaces.push({
            index,
            count: rule.count,
            place: rule.place === undefined ? null : rule.place - 1,
            titles: maskOf(active.columns, columns),
          });
          break;
        case 'at-most':
          break;
      }
    }
    const limits = rules.flatMap(({ index }) => this.#limits.get(index) ?? []);
    let mostUp = 0;
    for (const column of movedBy.keys()) mostUp = Math.max(mostUp, shift[column]!);
    return { takenOutBy, shift, movedBy, mostUp, pins, limits, pairs, orders, newPlaces };
  }
}

/** Wishes are about titles that the model ranks, and those for new titles about these alone; what forbids is about both. */
function columnsOf(rule: Rule, { items, newTitles }: RuleData): number[] {
  const columns = titlesOf(items, rule.titles);
  if (newTitles === undefined) return columns;
  switch (rule.kind) {
    case 'new-titles':
      return columns.filter((column) => newTitles.isNew[column] === 1);
    case 'pin':
    case 'boost':
    case 'bury':
      return columns.filter((column) => column < newTitles.ranked);
    default:
      return columns;
  }
}

/** Later than any other day. */
export const LAST_DAY = '9999-12-31';

const isOf = <Kind extends Rule['kind']>(active: ActiveRule, kind: Kind): active is ActiveRule<RuleOf<Kind>> =>
  active.rule.kind === kind;

/** On, within its days, and, of titles that expire, once they have. */
const isActive = (rule: Rule, date: string): boolean =>
  rule.on &&
  date >= (rule.from ?? '') &&
  date <= (rule.until ?? LAST_DAY) &&
  (rule.kind !== 'expire' || date > rule.after);

function maskOf(columns: readonly number[], length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (const column of columns) mask[column] = 1;
  return mask;
}

/** A limit of age counts for those who are not of the age. */
function whoFor(rule: Rule, known: KnownProfiles): Uint8Array {
  const count = known.profiles.ids.length;
  const isFor = new Uint8Array(count + 1);
  for (const row of profilesOf(known, rule.profiles)) isFor[row] = 1;
  if (!isConditional(rule.profiles)) isFor[count] = 1;
  if (rule.kind !== 'age') return isFor;
  const ages = attributeNamed(known.profiles.attributes, rule.attribute);
  for (let row = 0; row < count; row++) if (isOfAge(rule, ageOf(ages, row))) isFor[row] = 0;
  if (rule.unknown) isFor[count] = 0;
  return isFor;
}

function ageOf(attribute: Attribute, row: number): number {
  const text = displayValue(attribute, row);
  return text === null || text.trim() === '' ? Number.NaN : Number(text);
}

const isOfAge = ({ ages, unknown }: RuleOf<'age'>, years: number): boolean =>
  Number.isNaN(years) ? unknown : isWithin(years, ages);

function limitOf({ rule: { per, count }, index, columns }: ActiveRule<RuleOf<'at-most'>>, items: ItemTable): Limit {
  const places = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const attribute = per !== undefined && 'attribute' in per ? attributeNamed(items.attributes, per.attribute) : null;
  const namesOf = (row: number): string[] =>
    per === undefined ? [''] : attribute === null ? [seriesOf(items)[row]!] : valuesOf(attribute, row);
  const groups = new Array<readonly number[] | undefined>(items.ids.length).fill(undefined);
  for (const row of columns) groups[row] = namesOf(row).map(placeOf);
  return { index, count, groups };
}

/** Of a set each member; none where it is missing. */
function valuesOf(attribute: Attribute, row: number): string[] {
  if (attribute.kind === 'set')
    return Array.from(
      attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!),
      (code) => attribute.categories[code]!,
    );
  const value = displayValue(attribute, row);
  return value === null ? [] : [value];
}
