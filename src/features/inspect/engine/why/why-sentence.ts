/**
 * One sentence for parents that says why a title is recommended. It names what raises the score most: what it names weighs together more than what
 * it leaves out.
 */
import type { LabelsContent } from '../../../../shared/contract/labels';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { ScorePart } from '../../../../shared/contract/explanation';
import { knownNames } from '../../../../shared/labels/known-names';
import { type LabelBook, labelBook } from '../../../../shared/labels/label-book';
import { setText } from '../../../../shared/values/set-text';
import { say, type Sentence, textOf } from '../../../../shared/words/sentence';
import type { Language } from '../../../../shared/words/templates';
import { textsIn } from '../../../../shared/words/texts';
import type { DatasetSession } from '../../../../engine/sessions/dataset-session';
import { type Reason, reasonsOf, type Watched } from './reasons';

interface WhyInput {
  readonly parts: readonly ScorePart[];
  readonly history: ProfileView['history'];
  /** Attributes that the model knows. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** Whether rules give the title a better place than its score does. */
  readonly isRaised: boolean;
}

/** In both languages, with the curator's labels. */
export function whySentence(
  input: WhyInput,
  { snapshot: { dataset } }: DatasetSession,
  labels: LabelsContent,
): Record<Language, string> {
  const reasons = reasonsOf(input);
  const inLanguage = (language: Language): string => {
    const book = labelBook(dataset, labels, knownNames(dataset, textsIn(language)));
    const clauses = [
      ...(input.isRaised ? [{ last: say('why.chosen'), before: say('why.chosen-and') }] : []),
      ...reasons.map((reason) => clauseOf(reason, book)),
    ];
    return textOf([sentenceOf(clauses)], language);
  };
  return { en: inLanguage('en'), ko: inLanguage('ko') };
}

/** One reason in words, as the last one of a sentence and before another one: Korean joins clauses by their endings. */
interface Clause {
  readonly last: Sentence;
  readonly before: Sentence;
}

function sentenceOf(clauses: readonly Clause[]): Sentence {
  const last = clauses.at(-1)?.last;
  if (last === undefined) return say('why.nothing');
  const before = clauses.slice(0, -1).map((clause) => clause.before);
  return before.length === 0 ? say('why.one', { last }) : say('why.several', { before, last });
}

function clauseOf(reason: Reason, book: LabelBook): Clause {
  switch (reason.kind) {
    case 'popularity':
      return reason.isAtTheMoment
        ? { last: say('why.trend'), before: say('why.trend-and') }
        : { last: say('why.popular'), before: say('why.popular-and') };
    case 'history':
      return historyClause(reason);
    case 'profile':
      return profileClause(reason, book);
    case 'neighbours':
      return { last: say('why.neighbours'), before: say('why.neighbours-and') };
    case 'direction':
      return { last: say('why.direction'), before: say('why.direction-and') };
  }
}

function historyClause({ watched, isWhole }: Extract<Reason, { kind: 'history' }>): Clause {
  if (watched.length === 0) return { last: say('why.history-whole'), before: say('why.history-whole-and') };
  const titles = watched.map(watchedText);
  return isWhole
    ? { last: say('why.history-above', { titles }), before: say('why.history-above-and', { titles }) }
    : { last: say('why.history', { titles }), before: say('why.history-and', { titles }) };
}

function watchedText({ name, isSeries, times }: Watched): Sentence {
  if (isSeries) return times > 1 ? say('why.series-times', { name, times }) : say('why.series', { name });
  return times > 1 ? say('why.title-times', { name, times }) : say('why.title', { name });
}

function profileClause({ attributes, isWhole }: Extract<Reason, { kind: 'profile' }>, book: LabelBook): Clause {
  if (attributes.length === 0) return { last: say('why.profile-whole'), before: say('why.profile-whole-and') };
  // A set contains commas of its own.
  const named = attributes
    .map(({ name, value }) => {
      const known = book.spoken(name, value);
      return known.length === 0 ? book.attribute(name) : `${book.attribute(name)}: ${setText(known)}`;
    })
    .join('; ');
  const all = isWhole ? say('why.above', { named }) : named;
  return { last: say('why.profile', { attributes: all }), before: say('why.profile-and', { attributes: all }) };
}
