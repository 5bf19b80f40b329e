/** What other features may show or use of the window side of this feature. */
export { Cost } from './Cost';
export { RuleMenu } from './RuleMenu';
export { type NewRule, useAddRule } from './use-add-rule';
export { type RuleOfTitle, useRuleOfTitle } from './use-rule-of-title';
