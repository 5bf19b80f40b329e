/** The differences between two sets of rules. What they do to lists is asked of What changed. */
import * as z from 'zod';
import { ruleSchema, ruleSetSchema } from '../../../shared/contract/rules';

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
});
export type ComparedRules = z.infer<typeof comparedRulesSchema>;
