/**
 * Rules of curators: what the lists of a run shall and shall not hold, whatever the model says. A set of rules is pure data: applied to the
 * same run on the same day it gives the same lists (docs/rules.md).
 */
import * as z from 'zod';
import {
  LIST_LENGTH,
  LONGEST_ATTRIBUTE_NAME,
  LONGEST_ATTRIBUTE_VALUE,
  LONGEST_KEPT_NAME,
  LONGEST_RULE_TITLE,
  MOST_RULE_CHARACTERS,
  MOST_RULE_VALUES,
  MOST_RULES,
  STORED_PLACES,
} from '../limits';
import { isPlainText } from '../values/visible-text';
import { profileFilterSchema } from './profiles';

export const RULES_VERSION = 1;

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
/** A day of the calendar, YYYY-MM-DD: days compare as their texts do. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'is no day of the calendar');

const value = z.string().max(LONGEST_ATTRIBUTE_VALUE);
const attributes = z
  .record(z.string().min(1).max(LONGEST_ATTRIBUTE_NAME), z.array(value.nullable()).min(1).max(MOST_RULE_VALUES))
  .refine((all) => Object.keys(all).length <= 100, 'names too many attributes');

/** Which titles: all parts hold at once, and of each part one value is enough. Without any part, all titles. */
export const titleConditionSchema = z.strictObject({
  ids: z.array(z.string().min(1).max(LONGEST_RULE_TITLE)).min(1).max(MOST_RULE_VALUES).optional(),
  /** Names of series, without the episode, whatever the case. */
  series: z.array(z.string().min(1).max(LONGEST_RULE_TITLE)).min(1).max(MOST_RULE_VALUES).optional(),
  /** Attribute name to the values wanted; null is missing. Of a set one member is enough. */
  attributes: attributes.optional(),
  /** Part of the title or of the ID, whatever the case. */
  text: z.string().max(200).optional(),
});
export type TitleCondition = z.infer<typeof titleConditionSchema>;

/**
 * For whom: the terms of a filter of profiles that hang on the data alone. What hangs on a run or on who looked (score, reviewed, noted) is
 * left out, so that a rule means the same profiles wherever the data is.
 */
export const profileConditionSchema = z.strictObject({
  text: profileFilterSchema.shape.text,
  attributes: attributes.optional(),
  watched: profileFilterSchema.shape.watched,
});
export type ProfileCondition = z.infer<typeof profileConditionSchema>;

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'has to be small letters, digits and hyphens, at most 40'),
  name: z.string().trim().min(1).max(LONGEST_KEPT_NAME).refine(isPlainText, 'holds control characters'),
  on: z.boolean().default(true),
  /** Everybody where absent. */
  profiles: profileConditionSchema.optional(),
  /** All titles where absent. */
  titles: titleConditionSchema.optional(),
  /** First and last day on which it counts. */
  from: daySchema.optional(),
  until: daySchema.optional(),
};
/** A rule about all titles would be a slip of the pen where it takes out or moves what it is about. */
const someTitles = titleConditionSchema.refine(
  (condition) => Object.values(condition).some((part) => part !== undefined),
  'names no titles',
);
const titles = { titles: someTitles };

const pin = z.strictObject({ ...common, ...titles, kind: z.literal('pin'), place: z.int().min(1).max(LIST_LENGTH) });
const boost = z.strictObject({
  ...common,
  ...titles,
  kind: z.literal('boost'),
  places: z
    .int()
    .min(1)
    .max(STORED_PLACES - LIST_LENGTH),
});
const bury = z.strictObject({
  ...common,
  ...titles,
  kind: z.literal('bury'),
  places: z.int().min(1).max(STORED_PLACES),
});
const hide = z.strictObject({ ...common, ...titles, kind: z.literal('hide') });
const atMost = z.strictObject({
  ...common,
  kind: z.literal('at-most'),
  count: z
    .int()
    .min(0)
    .max(LIST_LENGTH - 1),
  /** Each series, or each value of an attribute of titles; without either, all titles of the condition together. */
  per: z
    .union([z.strictObject({ series: z.literal(true) }), z.strictObject({ attribute: attributes.keyType })])
    .optional(),
});
const age = z
  .strictObject({
    ...common,
    ...titles,
    kind: z.literal('age'),
    /** The attribute of profiles that holds the age, as a number. */
    attribute: attributes.keyType,
    ages: z.strictObject({ from: z.number().optional(), to: z.number().optional() }),
    /** Whether profiles whose age is not known may see them. */
    unknown: z.boolean().default(false),
  })
  .refine(({ ages: { from, to } }) => from !== undefined || to !== undefined, 'limits no age')
  .refine(({ ages: { from = -Infinity, to = Infinity } }) => from <= to, 'leaves no age');
const inOrder = z.strictObject({ ...common, kind: z.literal('in-order') });
const expire = z.strictObject({
  ...common,
  ...titles,
  kind: z.literal('expire'),
  /** The last day on which they may be shown. */
  after: daySchema,
});
const neverWith = z.strictObject({
  ...common,
  ...titles,
  kind: z.literal('never-with'),
  others: someTitles,
});
const newTitles = z.strictObject({
  ...common,
  kind: z.literal('new-titles'),
  /** Places of a list that titles without viewings take, at most. */
  count: z.int().min(1).max(LIST_LENGTH),
  /** The first of these places; the last places of the list where absent. */
  place: z.int().min(1).max(LIST_LENGTH).optional(),
});

export const ruleSchema = z
  .discriminatedUnion('kind', [pin, boost, bury, hide, atMost, age, inOrder, expire, neverWith, newTitles])
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, 'ends before it begins');
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export const RULE_KINDS = [
  'pin',
  'boost',
  'bury',
  'hide',
  'at-most',
  'age',
  'in-order',
  'expire',
  'never-with',
  'new-titles',
] as const satisfies readonly RuleKind[];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;

const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** A set of rules, the first one first: of two that ask for one place the earlier one has it. */
export const ruleSetSchema = z.strictObject({
  formatVersion: z.literal(RULES_VERSION),
  rules: z
    .array(ruleSchema)
    .max(MOST_RULES)
    .refine((all) => isUnique(all.map(({ id }) => id)), 'has two rules of one id')
    .refine((all) => JSON.stringify(all).length <= MOST_RULE_CHARACTERS, 'is too long altogether'),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;

export const NO_RULES: RuleSet = { formatVersion: RULES_VERSION, rules: [] };

/** JSON Schema of a file of rules. */
export const ruleSetJsonSchema = (): object => z.toJSONSchema(ruleSetSchema, { io: 'input' });

/** Rules to apply, and the day for which. */
export const appliedRulesSchema = z.strictObject({ set: ruleSetSchema, date: daySchema });
export type AppliedRules = z.infer<typeof appliedRulesSchema>;
