import type { RulesThatCount } from '../contract/rule-answers';

/** What an answer says of the rules that counted; null if none did. */
export const toldRules = (rules: RulesThatCount | null) =>
  rules && { names: rules.names, revision: rules.revision, rulesSha256: rules.rulesSha256, date: rules.date };
