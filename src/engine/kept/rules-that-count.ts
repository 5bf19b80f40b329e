/**
 * Decides which rules count for the lists of a run. Everything that shows, checks, approves or delivers lists asks here, so that all of them mean
 * the same rules (docs/decisions/0054-rules-that-count.md).
 */
import { NO_RULES, type NotedRules, type RulesChoice } from '../../shared/contract/rules';
import type { RulesThatCount } from '../../shared/contract/rule-answers';
import { today } from '../../shared/values/day';
import { isActive } from '../rules/prepared-rules';
import { hashRules, rulesOn } from '../rules/rule-set';
import type { Workspace } from '../storage/workspace';
import { readRules } from './rules';

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

/** What a record keeps of them, beside their hash and the day. */
export const notedRules = ({ revision, names }: RulesThatCount): NotedRules => ({ revision, names });

/** The day that a choice asks for; undefined for today. */
export const dayOfChoice = (choice: RulesChoice | undefined): string | undefined =>
  choice === undefined || choice === 'none' ? undefined : choice.date;

/**
 * Whether lists were never exported under these saved rules. Rules may be older than the promise that they count: so a person is told which ones
 * do before the first file has them.
 */
export async function isFirstExport(
  workspace: Workspace,
  fingerprint: string,
  { revision, rulesSha256 }: RulesThatCount,
): Promise<boolean> {
  return revision !== null && (await readRules(workspace, fingerprint)).exported !== rulesSha256;
}
