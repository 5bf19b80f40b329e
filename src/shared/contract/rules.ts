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
import { isPlainText } from '../visible-text';
import { newTitleReasonSchema } from './new-titles';
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

/** Rules that cannot both be kept, or one that says nothing. */
export const ruleConflictSchema = z.object({
  /**
   * pin-hidden: what one pins the other takes out; same-place: both pin to one place; same-title: both pin one title to different places;
   * up-and-down: one moves up what the other moves down; no-titles, no-profiles: it is about nothing in this data; no-attribute: it
   * names an attribute that this data does not have.
   */
  kind: z.enum(['pin-hidden', 'same-place', 'same-title', 'up-and-down', 'no-titles', 'no-profiles', 'no-attribute']),
  rules: z.array(z.string()).min(1).max(2),
  /** Titles that both are about. */
  titles: z.int(),
});
export type RuleConflict = z.infer<typeof ruleConflictSchema>;

/** Rules, and what they are in a data set. */
export const checkedRulesSchema = z.object({
  set: ruleSetSchema,
  rulesSha256: z.string(),
  conflicts: z.array(ruleConflictSchema),
  /** What the titles are called whose IDs the rules name; those that the data has and knows a name of. */
  titles: z.array(z.object({ item: z.string(), title: z.string() })),
});
export type CheckedRules = z.infer<typeof checkedRulesSchema>;

/** The rules that are saved with a data set. */
export const keptRulesSchema = checkedRulesSchema.extend({
  /** 0 where nothing was ever saved. */
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type KeptRules = z.infer<typeof keptRulesSchema>;

export const ruleVersionSchema = z.object({
  revision: z.int(),
  changedAt: z.string().nullable(),
  current: z.boolean(),
  rules: z.int(),
  on: z.int(),
  rulesSha256: z.string(),
});
export const ruleHistorySchema = z.object({ revision: z.int(), versions: z.array(ruleVersionSchema) });
export type RuleHistory = z.infer<typeof ruleHistorySchema>;

export const BROKEN_REASONS = [
  /** Fewer titles are left than the list has places: places stay empty. */
  'too-few-titles',
  /** All that could be pinned was taken out by other rules, ... */
  'hidden',
  /** ... was watched, and the run leaves out what was watched, ... */
  'watched',
  /** ... is unknown to the run, ... */
  'not-in-run',
  /** ... or may not stand beside what is pinned already. */
  'limited',
  /** An earlier rule has that place; it stands at the next free one. */
  'place-taken',
  /** An earlier rule pins that title elsewhere. */
  'title-taken',
] as const;
export const brokenRuleSchema = z.object({
  rule: z.string(),
  /** Null for a profile about which nothing is known. */
  profile: z.string().nullable(),
  reason: z.enum(BROKEN_REASONS),
});
export type BrokenRule = z.infer<typeof brokenRuleSchema>;
export type BrokenReason = BrokenRule['reason'];

export const ruledItemSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  /** Place without the rules; null where it was not among the first 25. */
  before: z.int().nullable(),
  /** The rules that pinned or moved it. */
  rules: z.array(z.string()),
  /** Why it is there, of a title without viewings that a rule brought in; null for others. */
  newTitle: newTitleReasonSchema.nullable(),
});

export const ruledProfileSchema = z.object({
  profile: z.string(),
  /** Titles that both lists have. */
  shared: z.int(),
  before: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
  after: z.array(ruledItemSchema),
});
export type RuledProfile = z.infer<typeof ruledProfileSchema>;

/** What rules do to the lists of a run, before they are switched on. */
export const ruleEffectSchema = z.object({
  runId: z.string(),
  /** The day for which they were applied. */
  date: daySchema,
  rulesSha256: z.string(),
  profiles: z.int(),
  /** Profiles whose first 25 titles or their order are others. */
  changed: z.int(),
  /** Profiles that had to be scored again, as the stored places did not suffice. */
  rescored: z.int(),
  /**
   * What they cost on the hold-out: score without less score with them, so that a positive figure is a loss, with its 95 % interval by a
   * paired bootstrap. Null where the run kept no lists of its test part.
   */
  cost: z
    .object({
      score: z.number(),
      low: z.number(),
      high: z.number(),
      profiles: z.int(),
      isCertain: z.boolean(),
      before: z.number(),
      after: z.number(),
    })
    .nullable(),
  /** Share of the titles of the run that are in at least one list. */
  coverage: z.object({ before: z.number(), after: z.number() }),
  /** Of each rule: lists that it pinned a title in, moved one in or took one out of. */
  rules: z.array(z.object({ rule: z.string(), lists: z.int(), broken: z.int() })),
  /** What rules about new titles brought in; null where none counts. */
  newTitles: z
    .object({
      /** Titles without viewings that such a rule is about, ... */
      titles: z.int(),
      /** ... those of them that are in a list, ... */
      placed: z.int(),
      /** ... and the lists and places that they are in. */
      lists: z.int(),
      places: z.int(),
    })
    .nullable(),
  /** The first ones; `brokenCount` counts all. */
  broken: z.array(brokenRuleSchema),
  brokenCount: z.int(),
  conflicts: z.array(ruleConflictSchema),
  /** The most changed ones, at most 20. */
  most: z.array(ruledProfileSchema),
  seconds: z.number(),
});
export type RuleEffect = z.infer<typeof ruleEffectSchema>;

/** Rules to apply, and the day for which. */
export const appliedRulesSchema = z.strictObject({ set: ruleSetSchema, date: daySchema });
export type AppliedRules = z.infer<typeof appliedRulesSchema>;

/** What an import makes of the saved rules and those of a file. */
export const mergedRulesSchema = z.object({
  set: ruleSetSchema,
  added: z.array(z.string()),
  /** Of these IDs the file has another rule. */
  differing: z.array(z.string()),
});
export type MergedRules = z.infer<typeof mergedRulesSchema>;

/**
 * The rules of both, those that are saved first.
 * @param takes of which side a rule is that both have with other content, or the IDs of those that are taken from the given ones
 */
export function mergeRules(saved: RuleSet, given: RuleSet, takes: 'saved' | 'given' | readonly string[]): MergedRules {
  const byId = new Map(saved.rules.map((rule) => [rule.id, rule]));
  const added = given.rules.filter(({ id }) => !byId.has(id));
  const differing = given.rules.filter(({ id, ...rule }) => {
    const there = byId.get(id);
    return there !== undefined && canonicalJson({ id, ...rule }) !== canonicalJson(there);
  });
  for (const rule of differing)
    if (takes === 'given' || (takes !== 'saved' && takes.includes(rule.id))) byId.set(rule.id, rule);
  return {
    set: { formatVersion: RULES_VERSION, rules: [...byId.values(), ...added] },
    added: added.map(({ id }) => id),
    differing: differing.map(({ id }) => id),
  };
}

/** The same content gives the same text, however its keys lie. */
export function canonicalJson(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map(canonicalJson).join(',')}]`;
  if (typeof content !== 'object' || content === null) return JSON.stringify(content);
  const entries = Object.entries(content).filter(([, inner]) => inner !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
