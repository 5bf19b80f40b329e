/** A rule that is being written, by data set: it outlasts a look at another screen, which its own preview leads to. */
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import type { RuleFields } from './rule-fields';

/** The rule being written; null for a new one. One that is not among the rules is new, too, with its blanks filled in. */
export interface Edited {
  readonly rule: Rule | null;
}

interface WrittenRule {
  readonly edited: Edited;
  readonly fields: RuleFields;
  /** Names of the titles that were looked up for it. */
  readonly found: CheckedRules['titles'];
}

const written = new Map<string, WrittenRule>();

export const writtenRuleOf = (data: string): WrittenRule | null => written.get(data) ?? null;
export const keepWrittenRule = (data: string, rule: WrittenRule): void => void written.set(data, rule);
export const dropWrittenRule = (data: string): void => void written.delete(data);
