/** A sentence being changed: fields that may be empty, and the rule that they make once all are filled in. */
import { type Rule, ruleSchema } from '../../../shared/contract/rules';
import {
  type SentenceForm,
  type UnfinishedRule,
  unfinishedRuleSchema,
} from '../../../shared/contract/unfinished-rules';
import { dayAfter } from '../../../shared/values/day';
import { isEmptyRange } from '../../../shared/values/empty-range';
import { isDay } from '../../../renderer/components/rules/DayField';
import { tidied } from '../../../renderer/components/rules/tidied';
import { isUnfinished, type Sentence } from './sentences';

/** Initial fields of each form. What costs nothing to say stays empty: a sentence counts as soon as it is full. */
const BEGINNINGS: Record<SentenceForm, Record<string, unknown>> = {
  pin: { place: 1, to: 5 },
  boost: { places: 10 },
  bury: { places: 25 },
  hide: {},
  'not-before': {},
  'at-most': { per: { series: true } },
  age: { ages: { from: 6 } },
  'in-order': { on: false },
  expire: {},
  'never-with': {},
  'new-titles': {},
};

/** Fields of any form by name; the rule omits those that its form does not have. */
export type RuleFields = Record<string, unknown> & {
  readonly id: string;
  /** Empty for a rule that is called by what it says. */
  readonly name: string;
  readonly form: SentenceForm;
};

/**
 * @param isSaid whether the name was made from the sentence, which it then follows
 * @param form how it is said, where what it does can be said in two forms
 */
export function fieldsOf(sentence: Sentence, isSaid: (rule: Rule) => boolean, form?: SentenceForm): RuleFields {
  if (isUnfinished(sentence)) {
    const { at: _, ...filled } = sentence;
    return filled;
  }
  const { kind, ...rule } = sentence;
  const fields = { ...rule, ...(isSaid(sentence) && { name: '' }) };
  const { from, until, ...waiting } = fields;
  return kind === 'hide' && form !== 'hide' && from === undefined && until !== undefined
    ? { ...waiting, form: 'not-before', day: dayAfter(until, 1) }
    : { ...fields, form: kind };
}

/** @param ageAttribute of children; undefined without one */
export const begun = (id: string, form: SentenceForm, ageAttribute: string | undefined): RuleFields => ({
  id,
  name: '',
  on: true,
  ...BEGINNINGS[form],
  ...(form === 'age' && { attribute: ageAttribute }),
  form,
});

/** @param say what a rule without a name of its own is called */
export function sentenceOf(fields: RuleFields, say: (rule: Rule) => string): Sentence {
  const rule = ruleOf({ ...fields, name: fields.name === '' ? '-' : fields.name });
  if (rule === null) return unfinishedOf(fields);
  return fields.name === '' ? { ...rule, name: say(rule) } : rule;
}

/** Whether the last day of a rule comes before its first: such a rule never counts. */
export function endsBefore({ from, until }: Record<string, unknown>): boolean {
  return typeof from === 'string' && typeof until === 'string' && until < from;
}

/** Null if a blank that has to be filled is empty, or its range of watched titles, which a stored rule may have, reaches no child. */
function ruleOf({ form, day, ...fields }: RuleFields): Rule | null {
  const isWaiting = form === 'not-before';
  if (isWaiting && (typeof day !== 'string' || !isDay(day))) return null;
  const places = form === 'pin' && fields['to'] === fields['place'] ? { to: undefined } : {};
  const days = isWaiting ? { from: undefined, until: dayAfter(day as string, -1) } : {};
  const parsed = ruleSchema.safeParse(tidied({ ...fields, ...places, ...days, kind: isWaiting ? 'hide' : form }));
  return parsed.success && !isEmptyRange(parsed.data.profiles?.watched ?? {}) ? parsed.data : null;
}

const PARTS = unfinishedRuleSchema.shape;

function unfinishedOf({ id, form, ...fields }: RuleFields): UnfinishedRule {
  const kept = Object.entries(tidied(fields) as object).filter(
    ([name, value]) => name in PARTS && PARTS[name as keyof typeof PARTS].safeParse(value).success,
  );
  return unfinishedRuleSchema.parse({ ...Object.fromEntries(kept), id, form, at: 0 });
}
