/** Finds what rules name and the data does not have: titles, series, attributes and their values. */
import type {
  GoneOfRule,
  ProfileCondition,
  Rule,
  RuleMembers,
  RuleSet,
  TitleCondition,
} from '../../shared/contract/rules';
import { MOST_GONE_SHOWN } from '../../shared/limits';
import { seriesKey } from '../../shared/values/episode';
import { displayValue } from '../data/display/attributes';
import type { Attribute, ItemTable, ProfileTable } from '../data/tables';
import { seriesOf } from './conditions';

interface Tables {
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
}

/** Rules that name something that is not in the data, with what that is. */
export function goneIn({ rules }: RuleSet, { profiles, items }: Tables): GoneOfRule[] {
  const knownProfiles = once(() => new Set(profiles.ids));
  /** Records keep this: it names the segment, and no profile. */
  const ofMembers = (members: RuleMembers | undefined): string[] => {
    const missing = members?.profiles.filter((id) => !knownProfiles().has(id)).length ?? 0;
    return missing === 0 ? [] : [`${members!.name} (${missing})`];
  };
  const known = { titles: new Set(items.ids), series: once(() => new Set(seriesOf(items))) };
  const values = new Map<Attribute, ReadonlySet<string>>();
  const valuesOf = (attribute: Attribute, rows: number): ReadonlySet<string> => {
    const found = values.get(attribute) ?? allValues(attribute, rows);
    values.set(attribute, found);
    return found;
  };
  const ofAttributes = (
    { attributes = {} }: TitleCondition | ProfileCondition,
    table: ItemTable | ProfileTable,
  ): string[] =>
    Object.entries(attributes).flatMap(([name, wanted]) => {
      const attribute = table.attributes.find((one) => one.name === name);
      if (attribute === undefined) return [name];
      const there = valuesOf(attribute, table.ids.length);
      return wanted.flatMap((value) => (value === null || there.has(value) ? [] : [`${name}: ${value}`]));
    });
  const ofNumbers = ({ numbers = {} }: TitleCondition): string[] =>
    Object.keys(numbers).filter((name) => !items.attributes.some((attribute) => attribute.name === name));
  const ofTitles = (condition: TitleCondition = {}): string[] => [
    ...(condition.ids ?? []).filter((id) => !known.titles.has(id)),
    ...(condition.series ?? []).filter((name) => !known.series().has(seriesKey(name))),
    ...ofAttributes(condition, items),
    ...ofNumbers(condition),
  ];
  return rules.flatMap((rule) => {
    const what = [
      ...ofTitles(rule.titles),
      ...('others' in rule ? ofTitles(rule.others) : []),
      ...ofAttributes(rule.profiles ?? {}, profiles),
      ...attributeOf(rule, { profiles, items }),
      ...ofMembers(rule.profiles?.members),
    ];
    return what.length === 0 ? [] : [{ name: rule.name, what: what.slice(0, MOST_GONE_SHOWN), count: what.length }];
  });
}

/** The attribute that a rule is about beside its conditions, if the data lacks it. */
function attributeOf(rule: Rule, { profiles, items }: Tables): string[] {
  const [name, attributes] =
    rule.kind === 'age'
      ? [rule.attribute, profiles.attributes]
      : rule.kind === 'at-most' && rule.per !== undefined && 'attribute' in rule.per
        ? [rule.per.attribute, items.attributes]
        : [null, []];
  return name === null || attributes.some((attribute) => attribute.name === name) ? [] : [name];
}

function allValues(attribute: Attribute, rows: number): ReadonlySet<string> {
  if (attribute.kind !== 'numeric') return new Set(attribute.categories);
  const values = Array.from({ length: rows }, (_, row) => displayValue(attribute, row));
  return new Set(values.filter((value) => value !== null));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
