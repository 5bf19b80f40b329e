/** The sentences of a book of rules: the full ones are rules, and those with an empty blank count for nothing. */
import type { KeptRules } from '../../../shared/contract/rule-answers';
import { type Rule, type RuleSet, ruleSetOf } from '../../../shared/contract/rules';
import type { SentenceForm, UnfinishedRule } from '../../../shared/contract/unfinished-rules';

export type Sentence = Rule | UnfinishedRule;

export const isUnfinished = (sentence: Sentence): sentence is UnfinishedRule => 'form' in sentence;

export const rulesIn = (sentences: readonly Sentence[]): Rule[] =>
  sentences.filter((one): one is Rule => !isUnfinished(one));

/** In the order of the book. */
export function sentencesOf({ set, unfinished = [] }: Pick<KeptRules, 'set' | 'unfinished'>): Sentence[] {
  const all: Sentence[] = [...set.rules];
  for (const one of unfinished.toSorted((left, right) => left.at - right.at)) all.splice(one.at, 0, one);
  return all;
}

/** The book as it is saved. */
export const bookOf = (sentences: readonly Sentence[]): { set: RuleSet; unfinished: UnfinishedRule[] } => ({
  set: ruleSetOf(rulesIn(sentences)),
  unfinished: sentences.flatMap((one, at) => (isUnfinished(one) ? [{ ...one, at }] : [])),
});

/** An unused ID: the form, and the first free number. */
export function freeId(sentences: readonly Sentence[], form: SentenceForm): string {
  const taken = new Set(sentences.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${form}-${number}`)) number++;
  return `${form}-${number}`;
}
