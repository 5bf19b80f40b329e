/** A rule being edited: fields that may be empty, and the rule they make. */
import { type Rule, type RuleKind, ruleSchema } from '../../../shared/contract/rules';
import { tidied } from '../../../renderer/components/rules/tidied';

/** Initial fields of each kind of rule, besides its titles. */
const BEGINNINGS: Record<RuleKind, Record<string, unknown>> = {
  pin: { place: 1 },
  boost: { places: 10 },
  bury: { places: 25 },
  hide: {},
  'at-most': { count: 3, per: { series: true } },
  age: { ages: { from: 3 } },
  'in-order': {},
  expire: {},
  'never-with': {},
  'new-titles': { count: 3 },
};

/** Fields of any kind by name; the rule omits those its kind does not have. */
export type RuleFields = Record<string, unknown> & Pick<Rule, 'id' | 'name' | 'kind'>;

/** Keeps the fields that the new kind has too. */
export function withKind({ id, name, titles, profiles, from, until, on }: RuleFields, kind: RuleKind): RuleFields {
  return { id, name, kind, on, titles, profiles, from, until, ...BEGINNINGS[kind] };
}

/** Null if a field is missing. */
export function ruleOf(fields: RuleFields): Rule | null {
  const parsed = ruleSchema.safeParse(tidied(fields));
  return parsed.success ? parsed.data : null;
}
