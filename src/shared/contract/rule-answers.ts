/** Answers about rules: conflicts, versions, and their effect on lists. */
import * as z from 'zod';
import { newTitleReasonSchema } from './new-title-reason';
import { pairedFigureSchema } from './paired';
import { brokenReasonSchema, unmetReasonsSchema } from './unmet-reasons';
import { unfinishedRulesSchema } from './unfinished-rules';
import { daySchema, goneOfRuleSchema, notedRulesSchema, ruleSetSchema } from './rules';

/** Two rules that contradict each other, or one without effect. */
const ruleConflictSchema = z.object({
  /**
   * pin-hidden: one pins what the other hides; same-place: both pin to one place; same-title: both pin one title to
   * different places; up-and-down: one moves up what the other moves down; no-titles, no-profiles: it matches nothing
   * in this data; no-attribute: it names an attribute that this data lacks.
   */
  kind: z.enum(['pin-hidden', 'same-place', 'same-title', 'up-and-down', 'no-titles', 'no-profiles', 'no-attribute']),
  rules: z.array(z.string()).min(1).max(2),
  /** The one of two rules that is kept; null where both count, and for one rule. */
  wins: z.string().nullable(),
  /** Titles that both match. */
  titles: z.int(),
});
export type RuleConflict = z.infer<typeof ruleConflictSchema>;

/** Rules checked against a data set. */
export const checkedRulesSchema = z.object({
  set: ruleSetSchema,
  rulesSha256: z.string(),
  conflicts: z.array(ruleConflictSchema),
  /** Names of the titles in the rules, as far as the data has them. */
  titles: z.array(z.object({ item: z.string(), title: z.string() })),
});
export type CheckedRules = z.infer<typeof checkedRulesSchema>;

/** The saved rules of a data set. */
export const keptRulesSchema = checkedRulesSchema.extend({
  /** Its sentences with an empty blank; absent without any. */
  unfinished: unfinishedRulesSchema.optional(),
  /** 0 before the first save. */
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type KeptRules = z.infer<typeof keptRulesSchema>;

/** The rules that count for the lists of a run on a day: those that are on. */
export const rulesThatCountSchema = notedRulesSchema.extend({
  set: ruleSetSchema,
  date: daySchema,
  /** Of `set`, whose rules may be outside their days. */
  rulesSha256: z.string(),
});
export type RulesThatCount = z.infer<typeof rulesThatCountSchema>;

export const countingRulesSchema = rulesThatCountSchema.extend({
  /** Whether these saved rules never counted in an export of this workspace. */
  isFirst: z.boolean(),
  gone: z.array(goneOfRuleSchema),
});
export type CountingRules = z.infer<typeof countingRulesSchema>;

const ruleVersionSchema = z.object({
  revision: z.int(),
  changedAt: z.string().nullable(),
  current: z.boolean(),
  /** The revision that it was made from, where that is not the version before it. */
  after: z.int().optional(),
  rules: z.int(),
  on: z.int(),
  rulesSha256: z.string(),
});
export const ruleHistorySchema = z.object({ revision: z.int(), versions: z.array(ruleVersionSchema) });
export type RuleHistory = z.infer<typeof ruleHistorySchema>;

const brokenRuleSchema = z.object({
  rule: z.string(),
  /** Null for an unknown profile. */
  profile: z.string().nullable(),
  reason: brokenReasonSchema,
});
export type BrokenRule = z.infer<typeof brokenRuleSchema>;

const ruledItemSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  /** Place without the rules; null if beyond the first 25. */
  before: z.int().nullable(),
  /** The rules that pinned or moved it. */
  rules: z.array(z.string()),
  /** Why a title without viewings is there; null for other titles. */
  newTitle: newTitleReasonSchema.nullable(),
});

const ruledProfileSchema = z.object({
  profile: z.string(),
  /** Number of titles in both lists. */
  shared: z.int(),
  before: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
  after: z.array(ruledItemSchema),
});
export type RuledProfile = z.infer<typeof ruledProfileSchema>;

/** What rules do to the lists of a run, before they are enabled. */
export const ruleEffectSchema = z.object({
  runId: z.string(),
  /** The day for which they were applied. */
  date: daySchema,
  rulesSha256: z.string(),
  profiles: z.int(),
  /** Profiles whose first 25 titles, or their order, changed. */
  changed: z.int(),
  /** Profiles scored again because the stored places did not suffice. */
  rescored: z.int(),
  /** The score on the hold-out without and with the rules. Null if the run stored no lists of its hold-out. */
  cost: pairedFigureSchema.nullable(),
  /** Share of the run's titles that are in at least one list. */
  coverage: z.object({ before: z.number(), after: z.number() }),
  /** Per rule: lists in which it pinned, moved or hid a title, and some profiles whose lists changed; places that could not take it, and why. */
  rules: z.array(
    z.object({
      rule: z.string(),
      lists: z.int(),
      first: z.array(z.string()),
      broken: z.int(),
      why: unmetReasonsSchema,
    }),
  ),
  /** What rules about new titles added; null without such a rule. */
  newTitles: z
    .object({
      /** Titles without viewings that such a rule matches, ... */
      titles: z.int(),
      /** ... those of them in a list, ... */
      placed: z.int(),
      /** ... and the lists and places they take. */
      lists: z.int(),
      places: z.int(),
    })
    .nullable(),
  /** The first ones; `brokenCount` counts all. */
  broken: z.array(brokenRuleSchema),
  brokenCount: z.int(),
  conflicts: z.array(ruleConflictSchema),
  /** The most changed profiles, at most 20. */
  most: z.array(ruledProfileSchema),
  seconds: z.number(),
});
export type RuleEffect = z.infer<typeof ruleEffectSchema>;
