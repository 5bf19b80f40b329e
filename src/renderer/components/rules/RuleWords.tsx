import type { ReactNode } from 'react';
import { FirstOf } from '../FirstOf';
import { usePreferences } from '../../stores/preferences';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { textOf } from '../../../shared/words/sentence';
import { namesLeftOut, ruleSentence } from '../../../shared/words/rule-sentence';
import { useRuleNames } from './use-rule-text';
import { withWholeDays } from './whole-days';

/**
 * A rule in plain words; where it names more titles or values than a sentence takes, a button shows them all.
 * @param props.titles names of the titles in the rule
 * @param props.children what the words stand in
 */
export function RuleWords({
  rule,
  titles,
  children = (text) => text,
}: {
  rule: Rule;
  titles: CheckedRules['titles'];
  children?: (text: string) => string;
}): ReactNode {
  const language = usePreferences((state) => state.language);
  const names = useRuleNames(titles);
  const left = Array.from({ length: namesLeftOut(rule, names) });
  const words = (naming: 'first' | 'all'): ReactNode =>
    // What is left out ends a sentence without a further dot.
    withWholeDays(children(textOf(ruleSentence(rule, { ...names, naming }), language).replaceAll('….', '…')));
  return (
    <FirstOf all={left} most={0}>
      {(shown) => words(shown.length === left.length ? 'all' : 'first')}
    </FirstOf>
  );
}
