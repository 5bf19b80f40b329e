/** A rule in the user's words: attributes, values and titles by their labels. */
import { useCallback } from 'react';
import { LANGUAGES, usePreferences } from '../../stores/preferences';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { type RuleNames, ruleSentence } from '../../../shared/words/rule-sentence';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { textOf } from '../../../shared/words/sentence';
import { formatIn, useFormat } from '../../locales/format';
import { useLabels, useLabelsOfAll } from '../labels/use-labels';
import type { LabelBook } from '../../../shared/labels/label-book';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../connection/engine-context';
import { useSelection } from '../../stores/selection';

/**
 * @param titles names of the titles in the rules
 * @param data fingerprint; that of the open data set where absent
 */
export function useRuleText(titles: CheckedRules['titles'], data?: string): (rule: Rule) => string {
  const language = usePreferences((state) => state.language);
  const names = useRuleNames(titles, data);
  return (rule) => textOf(ruleSentence(rule, names), language);
}

/**
 * What a rule without a name of its own is called: its sentence, or as much of it as a name can hold.
 * @param data fingerprint
 */
export function useSayRule(data: string): (rule: Rule, titles: CheckedRules['titles']) => string {
  const language = usePreferences((state) => state.language);
  const labels = useLabels(data);
  const { calendarDay } = useFormat();
  return useCallback(
    (rule, titles) => shortened(textOf(ruleSentence(rule, { ...namesBy(labels, titles), day: calendarDay }), language)),
    [labels, calendarDay, language],
  );
}

export function useRuleNames(titles: CheckedRules['titles'], data?: string): RuleNames {
  const { calendarDay } = useFormat();
  return { ...namesBy(useLabels(data), titles), day: calendarDay };
}

function namesBy({ attribute, value, numbers }: LabelBook, titles: CheckedRules['titles']): RuleNames {
  const names = new Map(titles.map(({ item, title }) => [item, title]));
  return { title: (id) => names.get(id) ?? id, attribute, value, numbers };
}

/**
 * Whether a rule has no name of its own: what stands in its place was made from its sentence, in the window or at the command
 * line, which calls titles by their IDs and writes days as it takes them, in either language, also by 1.0.
 */
export function useIsSaid(titles: CheckedRules['titles'], data?: string): (rule: Rule) => boolean {
  const books = useLabelsOfAll(data);
  return (rule) =>
    LANGUAGES.some((language, at) =>
      [{ ...namesBy(books[at]!, titles), day: formatIn(language).calendarDay }, namesBy(books[at]!, titles), {}].some(
        (naming) =>
          [naming, { ...naming, isEarlier: true }].some((one) =>
            repeats(rule.name, textOf(ruleSentence(rule, one), language)),
          ),
      ),
    );
}

/** The name of a rule for sentences about it: its own, or its sentence in the present language. */
export function useRuleName(titles: CheckedRules['titles'], data?: string): (rule: Rule) => string {
  const isSaid = useIsSaid(titles, data);
  const text = useRuleText(titles, data);
  return (rule) => (isSaid(rule) ? text(rule).replace(/\.$/, '') : rule.name);
}

/**
 * Names of the rules of a data set, as records and the lists that count have them: a name that was made from the sentence of a rule is said
 * in the present language. Other names stay, as those of rules that are gone.
 * @param of fingerprint; that of the open data set where absent
 */
export function useNamesOfRules(of?: string): (name: string) => string {
  const { queries } = useEngine();
  const open = useSelection((state) => state.dataset);
  const data = of ?? open;
  const { data: saved } = useQuery(
    queries.rules.get.queryOptions({ input: data === null ? skipToken : { data }, retry: false }),
  );
  const nameOf = useRuleName(saved?.titles ?? [], of);
  return (name) => {
    const rule = saved?.set.rules.find((one) => one.name === name);
    return rule === undefined ? name : nameOf(rule);
  };
}

/** Whether a name is a sentence or its beginning. Sets of rules that were saved earlier have names that end within a word. */
function repeats(name: string, sentence: string): boolean {
  if (name.endsWith('…')) return sentence.startsWith(name.slice(0, -1));
  const bare = (text: string): string => text.trim().toLowerCase().replace(/\.$/, '');
  return [sentence, sentence.slice(0, LONGEST_KEPT_NAME)].map(bare).includes(bare(name));
}

/** As much of a sentence as a name can hold, or fewer characters, in whole words. */
export function shortened(text: string, longest = LONGEST_KEPT_NAME): string {
  if (text.length <= longest) return text.trim();
  const most = text.slice(0, longest);
  const words = most.slice(0, most.lastIndexOf(' ')).replace(/[\s.,:]+$/, '');
  return `${words === '' ? most.slice(0, -1) : words}…`;
}
