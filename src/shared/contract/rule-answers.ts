/** What is told of rules: conflicts, their versions, and what they do to lists. */
import * as z from 'zod';
import { newTitleReasonSchema } from './new-title-reason';
import { daySchema, ruleSetSchema } from './rules';

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
