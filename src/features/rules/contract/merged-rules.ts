/** Merges two sets of rules. */
import * as z from 'zod';
import { type RuleSet, ruleSetOf, ruleSetSchema } from '../../../shared/contract/rules';
import { canonicalJson } from '../../../shared/values/canonical-json';

/** The result of merging the saved rules with those of a file. */
const mergedRulesSchema = z.object({
  set: ruleSetSchema,
  added: z.array(z.string()),
  /** IDs for which the file has a different rule. */
  differing: z.array(z.string()),
});
type MergedRules = z.infer<typeof mergedRulesSchema>;

/**
 * The rules of both, saved ones first.
 * @param takes which side wins for a rule that differs, or the IDs for which the given ones win
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
    set: ruleSetOf([...byId.values(), ...added]),
    added: added.map(({ id }) => id),
    differing: differing.map(({ id }) => id),
  };
}
