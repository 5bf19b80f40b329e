/** A rule in the user's words: attributes, values and titles by their labels. */
import { LANGUAGES, usePreferences } from '../../../renderer/stores/preferences';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { type RuleNames, ruleSentence } from '../words/rule-sentence';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
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

/**
 * Whether a rule has no name of its own: what stands in its place was made from its sentence, in the window or at the command
 * line, which calls titles by their IDs, in either language.
 */
export function useIsSaid(titles: CheckedRules['titles']): (rule: Rule) => boolean {
  const names = useRuleNames(titles);
  return (rule) =>
    LANGUAGES.some((language) =>
      [names, {}].some((naming) => repeats(rule.name, textOf(ruleSentence(rule, naming), language))),
    );
}

/** Whether a name is a sentence or its beginning. Sets of rules that were saved earlier have names that end within a word. */
function repeats(name: string, sentence: string): boolean {
  if (name.endsWith('…')) return sentence.startsWith(name.slice(0, -1));
  const bare = (text: string): string => text.trim().toLowerCase().replace(/\.$/, '');
  return [sentence, sentence.slice(0, LONGEST_KEPT_NAME)].map(bare).includes(bare(name));
}

/** As much of a sentence as a name can hold, in whole words. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_KEPT_NAME) return text.trim();
  const most = text.slice(0, LONGEST_KEPT_NAME);
  const words = most.slice(0, most.lastIndexOf(' ')).replace(/[\s.,:]+$/, '');
  return `${words === '' ? most.slice(0, -1) : words}…`;
}
