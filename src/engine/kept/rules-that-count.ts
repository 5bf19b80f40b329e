/**
 * Decides which rules count for the lists of a run. Everything that shows, checks, approves or delivers lists asks here, so that all of them mean
 * the same rules (docs/decisions/0054-rules-that-count.md).
 */
import { NO_RULES, type RulesChoice, type RuleSet } from '../../shared/contract/rules';
import type { RulesThatCount } from '../../shared/contract/rule-answers';
import { today } from '../../shared/values/day';
import { isActive } from '../rules/prepared-rules';
import { hashRules } from '../rules/rule-set';
import type { Workspace } from '../storage/workspace';
import { readRules } from './rules';

/** The rules of a set that are on. */
const rulesOn = ({ rules }: RuleSet): RuleSet => ({ ...NO_RULES, rules: rules.filter(({ on }) => on) });

/**
 * @param fingerprint of the run's data
 * @param choice as callers of the contract make it; absent: the saved rules as of today
 * @returns null if no rule is on, or rules are left out
 * @throws ShelfwiseError `bad-data` if the saved rules are damaged, `newer-version` if a newer version saved them
 */
export async function rulesThatCount(
  workspace: Workspace,
  fingerprint: string,
  choice: RulesChoice = {},
): Promise<RulesThatCount | null> {
  if (choice === 'none') return null;
  const { date = today() } = choice;
  const saved = choice.set === undefined ? await readRules(workspace, fingerprint) : null;
  const set = rulesOn(saved?.set ?? choice.set ?? NO_RULES);
  if (set.rules.length === 0) return null;
  const names = set.rules.filter((rule) => isActive(rule, date)).map(({ name }) => name);
  return { set, date, rulesSha256: hashRules(set), revision: saved?.revision ?? null, names };
}
