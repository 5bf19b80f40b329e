/** A rule being written: fields that may be empty, and the rule they make. */
import { type Rule, type RuleKind, ruleSchema } from '../../../shared/contract/rules';
import { dayAfter } from '../../../shared/values/day';
import { isDay } from '../../../renderer/components/rules/DayField';
import { tidied } from '../../../renderer/components/rules/tidied';

/** A kind of rule as the sentence says it. Titles that wait for their first day are hidden until the day before. */
export type SentenceForm = RuleKind | 'not-before';
export const SENTENCE_FORMS: readonly SentenceForm[] = [
  'pin',
  'boost',
  'bury',
  'hide',
  'not-before',
  'at-most',
  'age',
  'in-order',
  'expire',
  'never-with',
  'new-titles',
];

/** Initial fields of each form, besides its titles. */
const BEGINNINGS: Record<SentenceForm, Record<string, unknown>> = {
  pin: { place: 1 },
  boost: { places: 10 },
  bury: { places: 25 },
  hide: {},
  'not-before': {},
  'at-most': { count: 3, per: { series: true } },
  age: { ages: { from: 3 } },
  'in-order': {},
  expire: {},
  'never-with': {},
  'new-titles': { count: 3 },
};

/** Fields of any form by name; the rule omits those its kind does not have. */
export type RuleFields = Record<string, unknown> &
  Pick<Rule, 'id' | 'name'> & {
    form: SentenceForm;
    /** With `not-before`: the first day on which the titles are shown. */
    day?: string | undefined;
  };

/** The fields of a rule; of a new one those of a form. */
export function fieldsOf({ kind, ...rule }: Rule): RuleFields {
  const { from, until, ...waiting } = rule;
  return kind === 'hide' && from === undefined && until !== undefined
    ? { ...waiting, form: 'not-before', day: dayAfter(until, 1) }
    : { ...rule, form: kind };
}

/** Keeps the fields that the new form has too. */
export function withForm(
  { id, name, titles, profiles, from, until, on }: RuleFields,
  form: SentenceForm,
  more: Record<string, unknown> = {},
): RuleFields {
  return { id, name, on, titles, profiles, from, until, ...BEGINNINGS[form], ...more, form };
}

export const kindOf = (form: SentenceForm): RuleKind => (form === 'not-before' ? 'hide' : form);

/** Whether the last day of a rule comes before its first: such a rule never counts. */
export function endsBefore(fields: Record<string, unknown>): boolean {
  const { from, until } = fields;
  return typeof from === 'string' && typeof until === 'string' && isDay(from) && isDay(until) && until < from;
}

/** Null if a blank that has to be filled is empty. */
export function ruleOf({ form, day, ...fields }: RuleFields): Rule | null {
  if (endsBefore(fields)) return null;
  if (form === 'not-before' && (day === undefined || !isDay(day))) return null;
  const places = form === 'pin' && fields['to'] === fields['place'] ? { to: undefined } : {};
  const days = form === 'not-before' ? { from: undefined, until: dayAfter(day!, -1) } : {};
  const parsed = ruleSchema.safeParse(tidied({ ...fields, ...places, ...days, kind: kindOf(form) }));
  return parsed.success ? parsed.data : null;
}
