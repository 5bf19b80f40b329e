/** A rule in the user's words: attributes, values and titles by their labels. */
import { usePreferences } from '../../../renderer/stores/preferences';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { type RuleNames, ruleSentence } from '../words/rule-sentence';
import { textOf } from '../../../shared/words/sentence';
import { useLabels } from '../../../renderer/components/labels/use-labels';

/** @param titles names of the titles in the rules */
export function useRuleText(titles: CheckedRules['titles']): (rule: Rule) => string {
  const language = usePreferences((state) => state.language);
  const names = useRuleNames(titles);
  return (rule) => textOf(ruleSentence(rule, names), language);
}

export function useRuleNames(titles: CheckedRules['titles']): RuleNames {
  const labels = useLabels();
  const names = new Map(titles.map(({ item, title }) => [item, title]));
  return { title: (id) => names.get(id) ?? id, attribute: labels.attribute, value: labels.value };
}
