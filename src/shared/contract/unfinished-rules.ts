/** Sentences of the book of rules that have an empty blank: they are kept where they stand, and count for nothing until they are full. */
import * as z from 'zod';
import { LONGEST_ATTRIBUTE_NAME, LONGEST_KEPT_NAME, MOST_RULE_CHARACTERS, MOST_RULES } from '../limits';
import { isPlainText } from '../values/visible-text';
import { daySchema, ruleIdSchema, ruleProfilesSchema, titleConditionSchema } from './rules';

/** What a sentence says. Titles that wait for their first day are hidden until the day before. */
export const SENTENCE_FORMS = [
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
] as const;
export type SentenceForm = (typeof SENTENCE_FORMS)[number];

const attribute = z.string().min(1).max(LONGEST_ATTRIBUTE_NAME);
const number = z.number().optional();

/** Whatever of its form is filled in. */
export const unfinishedRuleSchema = z.strictObject({
  id: ruleIdSchema,
  form: z.enum(SENTENCE_FORMS),
  /** Where it stands among all sentences of the book, from 0. */
  at: z.int().min(0).max(MOST_RULES),
  /** Empty for one that is called by what it says. */
  name: z.string().max(LONGEST_KEPT_NAME).refine(isPlainText, 'holds control characters').default(''),
  /** Whether it is to count once it is full. */
  on: z.boolean().default(true),
  titles: titleConditionSchema.optional(),
  others: titleConditionSchema.optional(),
  profiles: ruleProfilesSchema.optional(),
  from: daySchema.optional(),
  until: daySchema.optional(),
  /** With `not-before`, the first day on which the titles are shown; with `expire`, the last one. */
  day: daySchema.optional(),
  after: daySchema.optional(),
  place: number,
  to: number,
  places: number,
  count: number,
  per: z.union([z.strictObject({ series: z.literal(true) }), z.strictObject({ attribute })]).optional(),
  attribute: attribute.optional(),
  ages: z.strictObject({ from: number, to: number }).optional(),
  unknown: z.boolean().optional(),
});
export type UnfinishedRule = z.infer<typeof unfinishedRuleSchema>;

export const unfinishedRulesSchema = z
  .array(unfinishedRuleSchema)
  .max(MOST_RULES)
  .refine((all) => JSON.stringify(all).length <= MOST_RULE_CHARACTERS, 'is too long altogether');
