/** What other features may show or use of the window side of this feature. */
export { Cost } from './Cost';
export { proposeRule } from './proposed-rule';
export { RuleMenu } from './RuleMenu';
export { type DraftKind, useDraftRule } from './use-rule-draft';
