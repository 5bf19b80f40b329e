/** The share of a value of titles, step by step, from the catalogue to the delivered lists; and when a shelf runs empty. */
import * as z from 'zod';
import { profileFilterSchema } from '../../../shared/contract/profiles';
import { rulesThatCountSchema } from '../../../shared/contract/rule-answers';
import { daySchema, rulesChoiceSchema } from '../../../shared/contract/rules';
import { tuningSchema } from '../../../shared/contract/tuning';

/** In the order in which they make a list. */
export const STEPS = ['catalogue', 'unwatched', 'allowed', 'ranked', 'delivered'] as const;

const ofSchema = z.strictObject({ attribute: z.string(), value: z.string() });

export const shelfStepsInputSchema = z.strictObject({
  runId: z.string(),
  /** One profile, those of a filter, or, without either, all. */
  who: z
    .union([
      z.strictObject({ profile: z.string(), tuning: tuningSchema.optional() }),
      z.strictObject({ filter: profileFilterSchema }),
    ])
    .optional(),
  /** A value of titles; where absent the genre, or another attribute, with most places of the lists. */
  of: ofSchema.or(ofSchema.pick({ attribute: true })).optional(),
  rules: rulesChoiceSchema.optional(),
});
export type ShelfStepsInput = z.infer<typeof shelfStepsInputSchema>;

const ruleNames = rulesThatCountSchema.pick({ names: true, date: true, rulesSha256: true, revision: true }).nullable();

export const shelfStepsSchema = z.object({
  runId: z.string(),
  of: ofSchema,
  /** Attributes of titles, and values of the one that was asked for; those with most places of the lists first, at most MOST_VALUES_OFFERED. */
  attributes: z.array(z.string()),
  values: z.array(z.string()),
  /** Profiles that the figures are means of. */
  profiles: z.int(),
  /** Profiles left out, since nothing is left that they have not watched and may see. */
  without: z.int(),
  /**
   * One per step of STEPS: titles with the value, titles, and the share of the value, each the mean over the profiles. Empty if every profile is left
   * out.
   */
  steps: z.array(z.object({ step: z.enum(STEPS), count: z.number(), of: z.number(), share: z.number() })),
  /** The step that moved the share most, either way; the catalogue if none moved it by more than MOVED_PART of its share. Null without steps. */
  most: z.enum(STEPS).nullable(),
  /** Whether lists may repeat what was watched: then nothing is left out for it. */
  repeats: z.boolean(),
  rules: ruleNames,
});
export type ShelfSteps = z.infer<typeof shelfStepsSchema>;

export const emptyShelvesInputSchema = z.strictObject({
  runId: z.string(),
  /** Without it each age and each saved segment. */
  filter: profileFilterSchema.optional(),
  rules: rulesChoiceSchema.optional(),
});

const shelfSchema = z.object({
  /** Whose it is; null for the profiles that were asked for. */
  whose: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('age'), age: z.number() }),
      z.object({ kind: z.literal('segment'), id: z.string(), name: z.string() }),
    ])
    .nullable(),
  profiles: z.int(),
  /** Unwatched titles that are allowed, and how many fewer there are each week: means over the profiles. */
  left: z.number(),
  pace: z.number(),
  /** Weeks until fewer than 25 are left; 0 where it is so already, null if that is further away than MOST_WEEKS_AHEAD. */
  weeks: z.int().nullable(),
  /** Monday and Sunday of that week. */
  week: z.object({ from: daySchema, to: daySchema }).nullable(),
});
export type EmptyShelf = z.infer<typeof shelfSchema>;

export const emptyShelvesSchema = z.object({
  /** The last day of the data, from which weeks count. */
  day: daySchema,
  /** The first to run empty comes first. */
  shelves: z.array(shelfSchema),
  rules: ruleNames,
});
export type EmptyShelves = z.infer<typeof emptyShelvesSchema>;
