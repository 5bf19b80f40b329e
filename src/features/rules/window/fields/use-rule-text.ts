/** A rule in the user's words: attributes, values and titles by their labels. */
import { useTranslation } from 'react-i18next';
import type { CheckedRules } from '../../../../shared/contract/rule-answers';
import type { Rule } from '../../../../shared/contract/rules';
import { ruleSentence } from '../../words/rule-sentence';
import { type Language, textOf } from '../../../../shared/words/sentence';
import { useLabels } from '../../../../renderer/components/labels/use-labels';

/** @param titles names of the titles in the rules */
export function useRuleText(titles: CheckedRules['titles']): (rule: Rule) => string {
  const { i18n } = useTranslation();
  const labels = useLabels();
  const names = new Map(titles.map(({ item, title }) => [item, title]));
  return (rule) =>
    textOf(
      ruleSentence(rule, {
        title: (id) => names.get(id) ?? id,
        attribute: labels.attribute,
        value: labels.value,
      }),
      i18n.language as Language,
    );
}
