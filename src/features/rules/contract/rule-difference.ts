/** In what two sets of rules differ, and the lists that they make. */
import * as z from 'zod';
import { ruledProfileSchema } from '../../../shared/contract/rule-answers';
import { daySchema, ruleSchema, ruleSetSchema } from '../../../shared/contract/rules';

/** A set as it was saved at a revision, or one that is handed in. */
export const ruleSetNamedSchema = z.union([
  z.strictObject({ revision: z.int().min(0) }),
  z.strictObject({ set: ruleSetSchema }),
]);
export type RuleSetNamed = z.infer<typeof ruleSetNamedSchema>;

export const ruleSetDifferenceSchema = z.object({
  added: z.array(ruleSchema),
  removed: z.array(ruleSchema),
  /** Rules of one ID with other content; `parts` are the keys of the rule that differ. */
  changed: z.array(z.object({ before: ruleSchema, after: ruleSchema, parts: z.array(z.string()) })),
  /** Rules that stand elsewhere among those that both sets have: the fewest that explain the other order. Places from 1, of the whole set. */
  moved: z.array(z.object({ rule: z.string(), before: z.int(), after: z.int() })),
});
export type RuleSetDifference = z.infer<typeof ruleSetDifferenceSchema>;

export const comparedRulesSchema = ruleSetDifferenceSchema.extend({
  before: z.object({ rulesSha256: z.string(), rules: z.int() }),
  after: z.object({ rulesSha256: z.string(), rules: z.int() }),
  /** What the rules of both sets are called; of one ID the later name. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What titles are called whose IDs the rules name. */
  titles: z.array(z.object({ item: z.string(), title: z.string() })),
  /** The lists of a run under both; null where no run was named. */
  lists: z
    .object({
      runId: z.string(),
      date: daySchema,
      profiles: z.int(),
      /** Profiles whose first 25 titles or their order differ. */
      changed: z.int(),
      /** The most changed ones, at most 20: `before` under the first set, `after` under the second one with the rules of that. */
      most: z.array(ruledProfileSchema),
    })
    .nullable(),
});
export type ComparedRules = z.infer<typeof comparedRulesSchema>;
