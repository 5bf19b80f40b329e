/** The differences between two sets of rules, and between their lists. */
import * as z from 'zod';
import { ruledProfileSchema } from '../../../shared/contract/rule-answers';
import { daySchema, ruleSchema, ruleSetSchema } from '../../../shared/contract/rules';

/** A set saved at a revision, or a given one. */
export const ruleSetNamedSchema = z.union([
  z.strictObject({ revision: z.int().min(0) }),
  z.strictObject({ set: ruleSetSchema }),
]);
export type RuleSetNamed = z.infer<typeof ruleSetNamedSchema>;

const ruleSetDifferenceSchema = z.object({
  added: z.array(ruleSchema),
  removed: z.array(ruleSchema),
  /** Rules with the same ID and different content; `parts` are the keys of the rule that differ. */
  changed: z.array(z.object({ before: ruleSchema, after: ruleSchema, parts: z.array(z.string()) })),
  /** Rules that moved among those that both sets have: the fewest that explain the new order. Places from 1, in the whole set. */
  moved: z.array(z.object({ rule: z.string(), before: z.int(), after: z.int() })),
});
export type RuleSetDifference = z.infer<typeof ruleSetDifferenceSchema>;

export const comparedRulesSchema = ruleSetDifferenceSchema.extend({
  before: z.object({ rulesSha256: z.string(), rules: z.int() }),
  after: z.object({ rulesSha256: z.string(), rules: z.int() }),
  /** Names of the rules of both sets; for one ID the later name. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Names of the titles whose IDs the rules contain. */
  titles: z.array(z.object({ item: z.string(), title: z.string() })),
  /** The lists of a run under both; null without a run. */
  lists: z
    .object({
      runId: z.string(),
      date: daySchema,
      profiles: z.int(),
      /** Number of profiles whose first 25 titles or their order differ. */
      changed: z.int(),
      /** The most changed ones, at most 20: `before` under the first set, `after` under the second one, with the second set's rules. */
      most: z.array(ruledProfileSchema),
    })
    .nullable(),
});
export type ComparedRules = z.infer<typeof comparedRulesSchema>;
