/** A rule while it is being edited: fields that may be empty, and the rule that they make. */
import { type Rule, type RuleKind, ruleSchema } from '../../../shared/contract/rules';
import { tidied } from './fields/tidied';

/** What a rule needs beside its titles, as it begins. */
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

/** Fields of any kind by name; what the kind does not know is left out of the rule. */
export type RuleFields = Record<string, unknown> & Pick<Rule, 'id' | 'name' | 'kind'>;

/** The fields that a rule of another kind has, too, stay. */
export function withKind({ id, name, titles, profiles, from, until, on }: RuleFields, kind: RuleKind): RuleFields {
  return { id, name, kind, on, titles, profiles, from, until, ...BEGINNINGS[kind] };
}

/** Null where something is missing. */
export function ruleOf(fields: RuleFields): Rule | null {
  const parsed = ruleSchema.safeParse(tidied(fields));
  return parsed.success ? parsed.data : null;
}
