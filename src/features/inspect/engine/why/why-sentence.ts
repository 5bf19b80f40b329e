/** One sentence for parents that says why a title is recommended; it names only what raises the score, and enough to matter. */
import type { LabelsContent } from '../../../../shared/contract/labels';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { ScorePart } from '../../../../shared/contract/explanation';
import { titleParts } from '../../../../shared/values/episode';
import { knownNames } from '../../../../shared/labels/known-names';
import { labelBook } from '../../../../shared/labels/label-book';
import { say, type Sentence, textOf } from '../../../../shared/words/sentence';
import type { Language } from '../../../../shared/words/templates';
import { textsIn } from '../../../../shared/words/texts';
import type { DatasetSession } from '../../../../engine/sessions/dataset-session';

/** Least share of all that raises the score for a series or attribute to be named, and how many of either are named. */
const LEAST = 0.1;
const MOST_REASONS = 2;

interface WhyInput {
  readonly parts: readonly ScorePart[];
  readonly history: ProfileView['history'];
  /** Attributes that the model knows. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** Whether the title scores above the mean of all titles for a profile of which nothing is known. */
  readonly isPopular: boolean;
}

/** What the sentence names, strongest first. */
interface Named {
  readonly watched: readonly Watched[];
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly part: number }[];
}

interface Watched {
  readonly name: string;
  readonly isSeries: boolean;
  /** Number of viewings. */
  readonly times: number;
  readonly part: number;
}

function named({ parts, history, attributes }: WhyInput): Named {
  const raised = parts.filter(
    ({ kind, value }) => value > 0 && kind !== 'base' && kind !== 'length' && kind !== 'rest',
  );
  const least = LEAST * raised.reduce((sum, { value }) => sum + value, 0);
  const enough = <Part extends { readonly part: number }>(all: readonly Part[]): Part[] =>
    all
      .filter(({ part }) => part > 0 && part >= least)
      .toSorted((left, right) => right.part - left.part)
      .slice(0, MOST_REASONS);
  const valueOf = (kind: ScorePart['kind'], id: string): number =>
    parts.find((part) => part.kind === kind && part.id === id)?.value ?? 0;
  return {
    watched: enough(bySeries(history, (item) => valueOf('history', item))),
    attributes: enough(attributes.map(({ name, value }) => ({ name, value, part: valueOf('attribute', name) }))),
  };
}

/** A series counts as one, whichever of its episodes was watched; a title without a name goes by its ID. */
function bySeries(history: ProfileView['history'], partOf: (item: string) => number): Watched[] {
  const series = new Map<string, Watched>();
  for (const { item, title, times } of history) {
    const { series: name, episode } = titleParts(title ?? item);
    const before = series.get(name);
    series.set(name, {
      name,
      isSeries: episode !== null || before !== undefined,
      times: times + (before?.times ?? 0),
      part: partOf(item) + (before?.part ?? 0),
    });
  }
  return [...series.values()];
}

/** In both languages, with the curator's labels. */
export function whySentence(
  input: WhyInput,
  { snapshot: { dataset } }: DatasetSession,
  labels: LabelsContent,
): Record<Language, string> {
  const told = named(input);
  const inLanguage = (language: Language): string => {
    const book = labelBook(dataset, labels, knownNames(dataset, textsIn(language)));
    // A set contains commas of its own.
    const attributes = told.attributes
      .map(({ name, value }) => `${book.attribute(name)}: ${book.text(name, value)}`)
      .join('; ');
    return textOf([sentenceOf(input, told.watched.map(watchedText), attributes)], language);
  };
  return { en: inLanguage('en'), ko: inLanguage('ko') };
}

function watchedText({ name, isSeries, times }: Watched): Sentence {
  if (isSeries) return times > 1 ? say('why.series-times', { name, times }) : say('why.series', { name });
  return times > 1 ? say('why.title-times', { name, times }) : say('why.title', { name });
}

function sentenceOf({ parts, isPopular }: WhyInput, titles: readonly Sentence[], attributes: string): Sentence {
  if (titles.length > 0 && attributes !== '') return say('why.history-and-profile', { titles, attributes });
  if (titles.length > 0) return say('why.history', { titles });
  if (attributes !== '') return say('why.profile', { attributes });
  if (parts.some(({ kind, value }) => kind === 'trend' && value > 0)) return say('why.trend');
  return say(isPopular ? 'why.popular' : 'why.nothing');
}
