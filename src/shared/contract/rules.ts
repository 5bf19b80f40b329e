/**
 * Rules of curators: what the lists of a run must and must not contain, whatever the model says. A set of rules is pure
 * data: on the same run and day it gives the same lists (docs/rules.md).
 */
import * as z from 'zod';
import {
  LIST_LENGTH,
  LONGEST_ATTRIBUTE_NAME,
  LONGEST_ATTRIBUTE_VALUE,
  LONGEST_KEPT_NAME,
  LONGEST_PROFILE_ID,
  LONGEST_RULE_TITLE,
  MOST_CHOSEN_PROFILES,
  MOST_RULE_CHARACTERS,
  MOST_RULE_VALUES,
  MOST_RULES,
  STORED_PLACES,
} from '../limits';
import { isPlainText } from '../values/visible-text';
import { profileFilterSchema } from './profiles';
import { unmetReasonsSchema } from './unmet-reasons';

/**
 * Version 2 has places as a range, and members of a segment; version 3 titles by a range of numbers. A set says the lowest version that has all of its rules: an
 * earlier program refuses what it would misread, and the hash of rules that any version knows stays what it is.
 */
export const RULES_VERSION = 3;
const rulesVersionSchema = z.union([z.literal(1), z.literal(2), z.literal(RULES_VERSION)]);
type RulesVersion = z.infer<typeof rulesVersionSchema>;

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
/** A calendar day, YYYY-MM-DD; days sort as text. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'is no day of the calendar');

const value = z.string().max(LONGEST_ATTRIBUTE_VALUE);
const attributeName = z.string().min(1).max(LONGEST_ATTRIBUTE_NAME);
const attributes = z
  .record(attributeName, z.array(value.nullable()).min(1).max(MOST_RULE_VALUES))
  .refine((all) => Object.keys(all).length <= 100, 'names too many attributes');

/** Numbers from one to another, either of which may be open. */
const numberRange = z
  .strictObject({ from: z.number().optional(), to: z.number().optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, 'limits no number')
  .refine(({ from = -Infinity, to = Infinity }) => from <= to, 'leaves no number');
export type NumberRange = z.infer<typeof numberRange>;

/** Which titles: all parts must match, and one value of each part is enough. Without parts, all titles. */
export const titleConditionSchema = z.strictObject({
  ids: z.array(z.string().min(1).max(LONGEST_RULE_TITLE)).min(1).max(MOST_RULE_VALUES).optional(),
  /** Names of series without the episode, in any case. */
  series: z.array(z.string().min(1).max(LONGEST_RULE_TITLE)).min(1).max(MOST_RULE_VALUES).optional(),
  /** Wanted values per attribute; null is missing. One member of a set is enough. */
  attributes: attributes.optional(),
  /** Wanted numbers per attribute. A title whose number is missing is in no range. */
  numbers: z
    .record(attributeName, numberRange)
    .refine((all) => Object.keys(all).length > 0, 'names no attribute')
    .refine((all) => Object.keys(all).length <= 100, 'names too many attributes')
    .optional(),
  /** Part of the title or ID, in any case. */
  text: z.string().max(200).optional(),
});
export type TitleCondition = z.infer<typeof titleConditionSchema>;

/**
 * Which profiles: the parts of a profile filter that depend on the data alone. Parts that depend on a run or on who
 * looked (score, reviewed, noted) are left out, so that a rule matches the same profiles wherever the data is.
 */
export const profileConditionSchema = z.strictObject({
  text: profileFilterSchema.shape.text,
  attributes: attributes.optional(),
  watched: profileFilterSchema.shape.watched,
});
export type ProfileCondition = z.infer<typeof profileConditionSchema>;

/**
 * The members of a saved segment on a day: of one that was picked by hand or depends on a run or on who looked, which a condition cannot say. It holds
 * IDs of profiles, so its rule enters no bundle without data, and forgetting a profile takes it out.
 */
export const ruleMembersSchema = z.strictObject({
  /** The ID and name of the segment then. */
  segment: z.string().min(1).max(LONGEST_KEPT_NAME),
  name: z.string().trim().min(1).max(LONGEST_KEPT_NAME).refine(isPlainText, 'holds control characters'),
  day: daySchema,
  /** The run whose figures the segment asks for. */
  run: z.string().max(LONGEST_KEPT_NAME).optional(),
  profiles: z.array(z.string().min(1).max(LONGEST_PROFILE_ID)).min(1).max(MOST_CHOSEN_PROFILES),
});
export type RuleMembers = z.infer<typeof ruleMembersSchema>;

/** Which profiles a rule is for. */
export const ruleProfilesSchema = profileConditionSchema.extend({ members: ruleMembersSchema.optional() });
export type RuleProfiles = z.infer<typeof ruleProfilesSchema>;

export const ruleIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'has to be small letters, digits and hyphens, at most 40');

const common = {
  id: ruleIdSchema,
  name: z.string().trim().min(1).max(LONGEST_KEPT_NAME).refine(isPlainText, 'holds control characters'),
  on: z.boolean().default(true),
  /** All profiles if absent. */
  profiles: ruleProfilesSchema.optional(),
  /** All titles if absent. */
  titles: titleConditionSchema.optional(),
  /** First and last day on which it applies. */
  from: daySchema.optional(),
  until: daySchema.optional(),
};
/** A rule that hides or moves all titles would be a slip. */
export const someTitlesSchema = titleConditionSchema.refine(
  (condition) => Object.values(condition).some((part) => part !== undefined),
  'names no titles',
);
const titles = { titles: someTitlesSchema };

const place = z.int().min(1).max(LIST_LENGTH);
const pin = z
  .strictObject({
    ...common,
    ...titles,
    kind: z.literal('pin'),
    place,
    /** The last of its places, from `place` on; `place` itself if absent. */
    to: place.optional(),
  })
  .refine(({ place: first, to = first }) => first <= to, 'has its last place before the first one');
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
  /** Per series, or per value of a title attribute; without either, all matching titles together. */
  per: z.union([z.strictObject({ series: z.literal(true) }), z.strictObject({ attribute: attributeName })]).optional(),
});
const age = z
  .strictObject({
    ...common,
    ...titles,
    kind: z.literal('age'),
    /** The numeric attribute of profiles with the age. */
    attribute: attributeName,
    ages: z.strictObject({ from: z.number().optional(), to: z.number().optional() }),
    /** Whether profiles of unknown age may see them. */
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
  others: someTitlesSchema,
});
const newTitles = z.strictObject({
  ...common,
  kind: z.literal('new-titles'),
  /** Largest number of places for titles without viewings. */
  count: z.int().min(1).max(LIST_LENGTH),
  /** The first of these places; by default the last places of the list. */
  place: place.optional(),
});

export const ruleSchema = z
  .discriminatedUnion('kind', [pin, boost, bury, hide, atMost, age, inOrder, expire, neverWith, newTitles])
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, 'ends before it begins');
export type Rule = z.infer<typeof ruleSchema>;
type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;

const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const SINCE_VERSION = {
  1: 'any rules',
  2: 'a range of places or members of a segment',
  3: 'titles by a range of numbers',
} as const satisfies Record<RulesVersion, string>;

function versionOf(rule: Rule): RulesVersion {
  const conditions = 'others' in rule ? [rule.titles, rule.others] : [rule.titles];
  if (conditions.some((condition) => condition?.numbers !== undefined)) return 3;
  return (rule.kind === 'pin' && rule.to !== undefined) || rule.profiles?.members !== undefined ? 2 : 1;
}

const versionOfAll = (rules: readonly Rule[]): RulesVersion =>
  rules.map(versionOf).reduce((most, version) => (version > most ? version : most), 1);

/** A set of rules in order: the earlier of two rules gets a contested place. */
export const ruleSetSchema = z
  .strictObject({
    formatVersion: rulesVersionSchema,
    rules: z
      .array(ruleSchema)
      .max(MOST_RULES)
      .refine((all) => isUnique(all.map(({ id }) => id)), 'has two rules of one id')
      .refine((all) => JSON.stringify(all).length <= MOST_RULE_CHARACTERS, 'is too long altogether'),
  })
  .superRefine(({ formatVersion, rules }, context) => {
    const version = versionOfAll(rules);
    if (version > formatVersion)
      context.addIssue({
        code: 'custom',
        path: ['formatVersion'],
        message: `has to be ${version} for ${SINCE_VERSION[version]}`,
      });
  });
export type RuleSet = z.infer<typeof ruleSetSchema>;

/** A set of these rules, of the lowest version that has them. */
export const ruleSetOf = (rules: readonly Rule[]): RuleSet => ({
  formatVersion: versionOfAll(rules),
  rules: [...rules],
});

export const NO_RULES: RuleSet = ruleSetOf([]);

/** JSON Schema of a file of rules. */
export const ruleSetJsonSchema = (): object => z.toJSONSchema(ruleSetSchema, { io: 'input' });

/** Rules to apply, and on which day. */
export const appliedRulesSchema = z.strictObject({ set: ruleSetSchema, date: daySchema });
export type AppliedRules = z.infer<typeof appliedRulesSchema>;

/**
 * Which rules a call applies to lists. Absent: the saved rules of the run's data that are on, as of today. A set replaces the saved ones, a day
 * replaces today, and `none` leaves rules out.
 */
export const rulesChoiceSchema = z.union([
  z.literal('none'),
  z.strictObject({ set: ruleSetSchema.optional(), date: daySchema.optional() }),
]);
export type RulesChoice = z.infer<typeof rulesChoiceSchema>;

/** What a record says of the rules that counted, beside their hash and the day. */
export const notedRulesSchema = z.object({
  /** Of the saved rules; null for a set that was given. */
  revision: z.int().nullable(),
  /** The names of those that applied on the day, in order. */
  names: z.array(z.string().max(LONGEST_KEPT_NAME)).max(MOST_RULES),
});
export type NotedRules = z.infer<typeof notedRulesSchema>;

/** A rule that names what the data does not have: titles, series, attributes or values of attributes. */
export const goneOfRuleSchema = z.object({
  /** Of the rule. */
  name: z.string(),
  /** The first of what is not there; `count` counts all. */
  what: z.array(z.string()),
  count: z.int(),
});
export type GoneOfRule = z.infer<typeof goneOfRuleSchema>;

/** What the record of an export says of the rules that counted. */
export const exportedRulesSchema = notedRulesSchema.extend({
  /** Whether these saved rules never counted in an export before. */
  isFirst: z.boolean(),
  /** The names of those that are on and wait for their days. */
  waiting: z.array(z.string()),
  /** Rules that could not be kept in some of the lists, in how many, and why; earlier records do not say why. */
  unmet: z.array(z.object({ name: z.string(), lists: z.int(), why: unmetReasonsSchema.default([]) })),
  gone: z.array(goneOfRuleSchema),
});
export type ExportedRules = z.infer<typeof exportedRulesSchema>;
