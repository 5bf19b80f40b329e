/** A rule in plain words: the same sentence on the screen and on the command line. */
import type { NumberRange, ProfileCondition, Rule, RuleMembers, TitleCondition } from '../contract/rules';
import type { NumberEnds } from '../labels/label-book';
import { ageAttribute } from '../values/known-attributes';
import { type Said, say, type Sentence } from './sentence';

/** Number of values named per part. */
const MOST_NAMED = 3;

/** Names of things; their IDs if absent. */
export interface RuleNames {
  /** Name of a title by ID. */
  title?(id: string): string;
  attribute?(name: string): string;
  value?(attribute: string, code: string): string;
  /** A number or a range of an attribute, with its unit. */
  numbers?(attribute: string, ends: NumberEnds): string;
  /** How a day is written; YYYY-MM-DD if absent, as the command line takes it. */
  day?(day: string): string;
  /** How many names a part has: the first and the number of the others where absent; the first alone; or all. */
  readonly naming?: 'first' | 'all';
  /** As 1.0 said it: names of rules that were made then are known by it. */
  readonly isEarlier?: boolean;
}

type Words = (string | Sentence)[];

/** What a rule does, for whom and when. */
export function ruleSentence(rule: Rule, names: RuleNames = {}): Said {
  const profiles = profileWords(rule.profiles ?? {}, names);
  const members = rule.profiles?.members;
  return [
    ...doing(rule, names),
    ...(profiles.length === 0 ? [] : [say(names.isEarlier === true ? 'rule.for-earlier' : 'rule.for', { profiles })]),
    ...(members === undefined ? [] : [say('rule.members', membersValues(members, names))]),
    ...daysOf(rule, names),
  ];
}

export const membersValues = (
  { name, day, profiles }: RuleMembers,
  names: Pick<RuleNames, 'day'> = {},
): { name: string; day: string; count: number } => ({ name, day: dayWords(day, names), count: profiles.length });

const dayWords = (day: string, names: Pick<RuleNames, 'day'>): string => names.day?.(day) ?? day;

function doing(rule: Rule, names: RuleNames): Sentence[] {
  const titles = titleWords(rule.titles, names);
  switch (rule.kind) {
    case 'pin': {
      const { place, to } = rule;
      const isOne = Object.keys(rule.titles).length === 1 && rule.titles.ids?.length === 1;
      if (to !== undefined)
        return [
          isOne ? say('rule.pin-title-range', { titles, place, to }) : say('rule.pin-range', { titles, place, to }),
        ];
      return [isOne ? say('rule.pin-title', { titles, place }) : say('rule.pin', { titles, place })];
    }
    case 'boost':
      return [say('rule.boost', { titles, places: rule.places })];
    case 'bury':
      return [say('rule.bury', { titles, places: rule.places })];
    case 'hide':
      return [say('rule.hide', { titles })];
    case 'at-most': {
      const { count, per } = rule;
      const { isEarlier = false } = names;
      if (per === undefined) return [say(isEarlier ? 'rule.at-most-earlier' : 'rule.at-most', { titles, count })];
      if ('series' in per)
        return [say(isEarlier ? 'rule.at-most-series-earlier' : 'rule.at-most-series', { titles, count })];
      const attribute = names.attribute?.(per.attribute) ?? per.attribute;
      return [
        say(isEarlier ? 'rule.at-most-attribute-earlier' : 'rule.at-most-attribute', { titles, count, attribute }),
      ];
    }
    case 'age': {
      const { from, to } = rule.ages;
      const attribute = names.attribute?.(rule.attribute) ?? rule.attribute;
      const limit =
        from !== undefined && to !== undefined
          ? say('rule.age-from-to', { titles, attribute, from, to })
          : from !== undefined
            ? say('rule.age-from', { titles, attribute, from })
            : say('rule.age-to', { titles, attribute, to: to! });
      return rule.unknown ? [limit, say('rule.age-unknown')] : [limit];
    }
    case 'in-order':
      return [say('rule.in-order', { titles })];
    case 'expire':
      return [say('rule.expire', { titles, after: dayWords(rule.after, names) })];
    case 'never-with':
      return [say('rule.never-with', { titles, others: titleWords(rule.others, names) })];
    case 'new-titles': {
      const { count, place } = rule;
      if (place === undefined) return [say('rule.new-titles', { titles, count })];
      return [say('rule.new-titles-at', { titles, count, place })];
    }
  }
}

function daysOf(rule: Rule, names: RuleNames): Sentence[] {
  const [from, until] = [rule.from, rule.until].map((day) => (day === undefined ? day : dayWords(day, names)));
  if (from !== undefined && until !== undefined) return [say('rule.from-until', { from, until })];
  if (from !== undefined) return [say('rule.from', { from })];
  return until === undefined ? [] : [say('rule.until', { until })];
}

/** How each part of a condition on titles is said. */
const TITLE_WORDS: {
  readonly [Part in keyof TitleCondition]-?: (wanted: NonNullable<TitleCondition[Part]>, names: RuleNames) => Words;
} = {
  ids: (ids, names) =>
    few(
      ids.map((id) => names.title?.(id) ?? id),
      names,
      names.isEarlier === true ? 'condition.more' : 'condition.more-titles',
    ),
  series: (series, names) => [say('condition.series', { names: few(series, names) })],
  attributes: attributeWords,
  numbers: (numbers, names) => Object.entries(numbers).map(([name, range]) => numberWords(name, range, names)),
  text: (text) => (text.trim() === '' ? [] : [say('condition.text', { text: text.trim() })]),
};

/** The parts of a condition on titles. */
export function titleWords(condition: TitleCondition = {}, names: RuleNames = {}): Words {
  const words = partWords(TITLE_WORDS, condition, names);
  if (words.length > 0) return words;
  return [say(names.isEarlier === true ? 'condition.all-titles-earlier' : 'condition.all-titles')];
}

/** How each part of a condition on profiles is said. */
const PROFILE_WORDS: {
  readonly [Part in keyof ProfileCondition]-?: (wanted: NonNullable<ProfileCondition[Part]>, names: RuleNames) => Words;
} = {
  attributes: (attributes, names) =>
    attributeWords(attributes, names, (name) => ageAttribute([{ name, kind: 'numeric' }]) !== null),
  watched({ from, to }) {
    if (from !== undefined && to !== undefined) return [say('condition.watched', { from, to })];
    if (from !== undefined) return [say('condition.watched-from', { from })];
    return to === undefined ? [] : [say('condition.watched-to', { to })];
  },
  text: (text) => (text.trim() === '' ? [] : [say('condition.id-text', { text: text.trim() })]),
};

/** The parts of a condition on profiles; empty for all profiles. */
export const profileWords = (condition: ProfileCondition, names: RuleNames = {}): Words =>
  partWords(PROFILE_WORDS, condition, names);

/** The words of the parts that a condition has, in the order of the table. */
const partWords = <Condition extends object>(
  table: { readonly [Part in keyof Condition]-?: (wanted: NonNullable<Condition[Part]>, names: RuleNames) => Words },
  condition: Condition,
  names: RuleNames,
): Words =>
  (Object.keys(table) as (keyof Condition)[]).flatMap((part) => {
    const wanted = condition[part];
    return wanted === undefined ? [] : table[part](wanted as NonNullable<typeof wanted>, names);
  });

function attributeWords(
  attributes: TitleCondition['attributes'] = {},
  names: RuleNames,
  isAge: (name: string) => boolean = () => false,
): Words {
  return Object.entries(attributes).map(([name, values]) => {
    const words = values.map((code) =>
      code === null ? say('condition.missing') : (names.value?.(name, code) ?? code),
    );
    const isPlain = names.isEarlier !== true && arePlain(name, values, names);
    const range = isPlain ? rangeOf(values) : null;
    if (isAge(name) && isPlain && (range !== null || values.length === 1))
      return say('condition.aged', { ages: range ?? words[0]! });
    return say('condition.attribute', {
      name: names.attribute?.(name) ?? name,
      values: range === null ? few(words, names) : [range],
    });
  });
}

/** Labels say more than numbers: values that have some are named one by one. */
const arePlain = (name: string, values: readonly (string | null)[], names: RuleNames): boolean =>
  values.every((code) => code !== null && (names.value?.(name, code) ?? code) === code);

/** Whole numbers in a row as one range; null for fewer than two, or with one left out. */
function rangeOf(values: readonly (string | null)[]): Sentence | null {
  const numbers = values.map((value) => (value !== null && /^\d+$/.test(value) ? Number(value) : Number.NaN));
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const isRow = values.length > 1 && new Set(numbers).size === values.length && to - from === values.length - 1;
  return isRow ? say('labels.range', { from, to }) : null;
}

function numberWords(attribute: string, { from, to }: NumberRange, names: RuleNames): Sentence {
  const name = names.attribute?.(attribute) ?? attribute;
  const words = (...ends: [number] | [number, number]): string | Sentence =>
    names.numbers?.(attribute, ends) ?? plain(ends);
  if (from === undefined) return say('condition.number-to', { name, to: words(to!) });
  if (to === undefined) return say('condition.number-from', { name, from: words(from) });
  return say('condition.number', { name, range: words(from, to) });
}

const plain = ([from, to]: NumberEnds): string | Sentence =>
  to === undefined ? String(from) : say('labels.range', { from, to });

/** @param more how the number of those that are not named is said: Korean counts titles by a word of their own */
function few(
  values: readonly (string | Sentence)[],
  { naming }: RuleNames,
  more: 'condition.more' | 'condition.more-titles' = 'condition.more',
): Words {
  if (values.length <= MOST_NAMED || naming === 'all') return [...values];
  const first = values.slice(0, MOST_NAMED);
  return naming === 'first' ? [...first, '…'] : [...first, say(more, { count: values.length - MOST_NAMED })];
}

/** The number of names that the sentence of a rule leaves out. */
export const namesLeftOut = (rule: Rule, names: RuleNames = {}): number =>
  [rule.titles ?? {}, rule.kind === 'never-with' ? rule.others : {}, rule.profiles ?? {}]
    .flatMap((condition) => [
      ...('ids' in condition ? [condition.ids] : []),
      ...('series' in condition ? [condition.series] : []),
      ...Object.entries(condition.attributes ?? {}).flatMap(([name, values]) =>
        arePlain(name, values, names) && rangeOf(values) !== null ? [] : [values],
      ),
    ])
    .reduce((sum, named) => sum + Math.max(0, (named?.length ?? 0) - MOST_NAMED), 0);
