/** Prepares rules for lists: which profiles each is for, which columns it matches, and what the rules for one profile amount to together. */
import type { Rule, RuleOf, RuleProfiles, RuleSet, TitleCondition } from '../../shared/contract/rules';
import type { Attribute, ItemTable, SparseRows } from '../data/tables';
import { displayValue } from '../data/display/attributes';
import { isWithin } from '../data/display/rows';
import type { NewTitleSource } from '../data/new-titles/new-titles';
import { isConditional, type KnownProfiles, numberOf, profilesOf, seriesOf, titlesOf } from './conditions';
import { type Episodes, episodesOf, NO_EPISODES } from './episodes';
import { Marks } from './marks';

/** What rules are applied to. Rows and columns are those of the lists. */
export interface RuleData extends KnownProfiles {
  readonly items: ItemTable;
  /** What each profile watched; a row beyond the last has no viewings. */
  readonly histories: SparseRows;
  /** Whether lists leave out what was watched. */
  readonly excludeWatched: boolean;
  /** Titles without viewings, whose columns are in `items`, too; absent if no rule needs them. */
  readonly newTitles?: NewTitleSource | undefined;
}

/** A rule that applies on the day. */
export interface ActiveRule<Of extends Rule = Rule> {
  readonly rule: Of;
  /** Its index among the active rules. */
  readonly index: number;
  /** Columns of the titles that it matches, ascending. */
  readonly columns: readonly number[];
}

export interface Pin {
  readonly index: number;
  /** First and last place, from 0. */
  readonly place: number;
  readonly to: number;
  readonly columns: ReadonlySet<number>;
}

interface Limit {
  readonly index: number;
  readonly count: number;
  /** Groups that each column counts in; undefined if it is not limited. */
  readonly groups: readonly (readonly number[] | undefined)[];
}

interface Pair {
  readonly index: number;
  /** For each column, 1 if it is on this side of the pair. */
  readonly titles: Uint8Array;
  readonly others: Uint8Array;
}

interface SeriesOrder {
  readonly index: number;
  /** For each column, 1 if the rule is about it. */
  readonly isAbout: Uint8Array;
}

/** Places for titles without viewings. */
interface NewPlaces {
  readonly index: number;
  readonly count: number;
  /** The first place, from 0; null for the last places of the list. */
  readonly place: number | null;
  /** For each column, 1 if it may have one of the places. */
  readonly titles: Uint8Array;
}

/** The combined effect of the rules for a profile. */
export interface RulesOfProfile {
  /** For each column, the active rule that removes it, or -1. */
  readonly takenOutBy: Int32Array;
  /** Places that all rules together move a column up; negative is down. */
  readonly shift: Int32Array;
  /** Moved columns, and the active rules that move them. */
  readonly movedBy: ReadonlyMap<number, readonly number[]>;
  /** The most places that any column moves up. */
  readonly mostUp: number;
  readonly pins: readonly Pin[];
  readonly limits: readonly Limit[];
  readonly pairs: readonly Pair[];
  readonly orders: readonly SeriesOrder[];
  readonly newPlaces: readonly NewPlaces[];
}

/** Number of plans to cache, one for each different combination of rules; each takes eight bytes a title. */
const MOST_COMBINATIONS = 64;

export class PreparedRules {
  readonly active: readonly ActiveRule[];
  readonly episodes: Episodes;
  /** Columns that a ranking can have; those of new titles may follow. */
  readonly columns: number;
  /** For each active rule the profiles that it applies to; the last entry is the profile of which nothing is known. */
  readonly #isFor: readonly Uint8Array[];
  readonly #limits = new Map<number, Limit>();
  readonly #pairs = new Map<number, Pair>();
  readonly #plans = new Map<string, RulesOfProfile | null>();
  /** For the list in progress: what its profile watched, and what the ranking covers. */
  readonly watched: Marks;
  readonly ranked: Marks;

  /**
   * An attribute that the data lacks is no reason to make no lists. A rule that forbids and names such an attribute of profiles is then for all of
   * them, so that nothing is shown that it was to hide; a wish applies to no profile; an age that is not there is unknown. Titles of such an attribute match
   * no title (goneIn names what is not there).
   * @param date YYYY-MM-DD
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
          others: maskOf(knownTitlesOf(data.items, active.rule.others), data.items.ids.length),
        });
    }
  }

  /** The plan of a profile, null if no rule applies to it. @param row of the lists; one beyond the profiles is of an unknown profile */
  planOf(row: number): RulesOfProfile | null {
    const place = Math.min(row, this.data.profiles.ids.length);
    let key = '';
    for (const isFor of this.#isFor) key += isFor[place] === 1 ? '1' : '0';
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const rules = this.active.filter(({ index }) => this.#isFor[index]![place] === 1);
    const plan = rules.length === 0 ? null : this.#planOf(rules);
    if (this.#plans.size >= MOST_COMBINATIONS) this.#plans.clear();
    this.#plans.set(key, plan);
    return plan;
  }

  /** Number of profiles that a rule applies to. */
  profilesFor(index: number): number {
    return this.#isFor[index]!.subarray(0, -1).reduce((sum, one) => sum + one, 0);
  }

  isFor(index: number, row: number): boolean {
    return this.#isFor[index]![row] === 1;
  }

  #planOf(rules: readonly ActiveRule[]): RulesOfProfile {
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
          pins.push({
            index,
            place: rule.place - 1,
            to: (rule.to ?? rule.place) - 1,
            columns: new Set(active.columns),
          });
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

/** Wishes match titles that the model ranks, rules for new titles match only those, and prohibitions match both. */
function columnsOf(rule: Rule, { items, newTitles }: RuleData): number[] {
  const columns = knownTitlesOf(items, rule.titles);
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

/** Whether a rule is on and within its days or, for expiring titles, past its day. */
export const isActive = (rule: Rule, date: string): boolean =>
  rule.on &&
  date >= (rule.from ?? '') &&
  date <= (rule.until ?? LAST_DAY) &&
  (rule.kind !== 'expire' || date > rule.after);

function maskOf(columns: readonly number[], length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (const column of columns) mask[column] = 1;
  return mask;
}

/** No title for a condition on an attribute that titles do not have. */
const knownTitlesOf = (items: ItemTable, condition: TitleCondition | undefined): number[] =>
  lacking(items.attributes, condition).length > 0 ? [] : titlesOf(items, condition);

/** Attributes of a condition that the data does not have. */
const lacking = (
  attributes: readonly Attribute[],
  condition: Pick<TitleCondition, 'attributes' | 'numbers'> | undefined,
): readonly string[] =>
  [condition?.attributes, condition?.numbers]
    .flatMap((part) => Object.keys(part ?? {}))
    .filter((name) => !attributes.some((attribute) => attribute.name === name));

/** Kinds whose rules ask for something, where the others forbid. */
const WISHES: readonly Rule['kind'][] = ['pin', 'boost', 'bury', 'new-titles'];

/** @returns null for a wish that is for no profile, because its condition names an attribute that is not there */
function knownCondition(rule: Rule, { profiles }: KnownProfiles): RuleProfiles | undefined | null {
  const names = lacking(profiles.attributes, rule.profiles);
  if (names.length === 0) return rule.profiles;
  if (WISHES.includes(rule.kind)) return null;
  const left = Object.entries(rule.profiles!.attributes!).filter(([name]) => !names.includes(name));
  return { ...rule.profiles, attributes: left.length === 0 ? undefined : Object.fromEntries(left) };
}

/** An age limit applies to profiles that are not of the age. */
function whoFor(rule: Rule, known: KnownProfiles): Uint8Array {
  const count = known.profiles.ids.length;
  const isFor = new Uint8Array(count + 1);
  const condition = knownCondition(rule, known);
  if (condition === null) return isFor;
  for (const row of profilesOf(known, condition)) isFor[row] = 1;
  if (!isConditional(condition)) isFor[count] = 1;
  if (rule.kind !== 'age') return isFor;
  const ages = known.profiles.attributes.find(({ name }) => name === rule.attribute);
  for (let row = 0; row < count; row++)
    if (isOfAge(rule, ages === undefined ? NaN : numberOf(ages, row))) isFor[row] = 0;
  if (rule.unknown) isFor[count] = 0;
  return isFor;
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
  const isPerAttribute = per !== undefined && 'attribute' in per;
  const attribute = isPerAttribute ? items.attributes.find(({ name }) => name === per.attribute) : undefined;
  const namesOf = (row: number): string[] => {
    if (per === undefined) return [''];
    if (!isPerAttribute) return [seriesOf(items)[row]!];
    return attribute === undefined ? [] : valuesOf(attribute, row);
  };
  const groups = new Array<readonly number[] | undefined>(items.ids.length).fill(undefined);
  for (const row of columns) groups[row] = namesOf(row).map(placeOf);
  return { index, count, groups };
}

/** For a set each member; empty if missing. */
function valuesOf(attribute: Attribute, row: number): string[] {
  if (attribute.kind === 'set')
    return Array.from(
      attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!),
      (code) => attribute.categories[code]!,
    );
  const value = displayValue(attribute, row);
  return value === null ? [] : [value];
}

/** Whether a rule names an attribute that the data does not have. */
export function lacksAttribute(rule: Rule, { profiles, items }: Pick<RuleData, 'profiles' | 'items'>): boolean {
  const conditions = 'others' in rule ? [rule.titles, rule.others] : [rule.titles];
  const isThere = (attributes: readonly Attribute[], name: string): boolean =>
    attributes.some((attribute) => attribute.name === name);
  return (
    conditions.some((condition) => lacking(items.attributes, condition).length > 0) ||
    lacking(profiles.attributes, rule.profiles).length > 0 ||
    (rule.kind === 'age' && !isThere(profiles.attributes, rule.attribute)) ||
    (rule.kind === 'at-most' &&
      rule.per !== undefined &&
      'attribute' in rule.per &&
      !isThere(items.attributes, rule.per.attribute))
  );
}
