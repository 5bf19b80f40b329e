/** Explains why a title without viewings is in a list: what the profile watched that is like it, and a sentence for the parents. */
import type { NewTitleReason } from '../../shared/contract/new-title-reason';
import { titleParts } from '../../shared/values/episode';
import { say, type Sentence, textOf } from '../../shared/words/sentence';
import type { ItemTable } from '../data/tables';
import type { Like } from '../data/new-titles/likeness';
import { watchedOf } from '../model/ranking/lists';
import type { PreparedRules } from '../rules/prepared-rules';

/** How many similar titles are reported, and how many the sentence names. */
export const MOST_LIKE = 3;
const LIKE_IN_SENTENCE = 2;

/** Null if any profile watched the title. @param row of the lists */
export function newTitleReason({ data }: PreparedRules, row: number, column: number): NewTitleReason | null {
  const { items, histories, newTitles } = data;
  if (newTitles?.isNew[column] !== 1) return null;
  const watched = new Set(row < histories.rows ? watchedOf(histories, row) : []);
  const { after, like } = newTitles.evidence(column, watched);
  return {
    after: after === null ? null : namedTitle(items, after),
    like: like.slice(0, MOST_LIKE).map(({ row: other, likeness }) => ({ ...namedTitle(items, other), likeness })),
    sentence: newTitleSentence(items, after, like),
  };
}

/** One sentence for the parents, which names only what the profile watched. */
export function newTitleSentence(
  items: ItemTable,
  after: number | null,
  like: readonly Like[],
): NewTitleReason['sentence'] {
  const sentence = sentenceOf(
    items,
    after,
    like.map(({ row }) => row),
  );
  return { en: textOf([sentence], 'en'), ko: textOf([sentence], 'ko') };
}

export const namedTitle = ({ ids, titles }: ItemTable, row: number): { item: string; title: string | null } => ({
  item: ids[row]!,
  title: titles[row] ?? null,
});

function sentenceOf(items: ItemTable, after: number | null, like: readonly number[]): Sentence {
  const nameOf = (row: number): string => items.titles[row] ?? items.ids[row]!;
  if (after !== null) return say('why.new-episode', { name: nameOf(after) });
  const named = new Map<string, boolean>();
  for (const row of like) {
    const { series, episode } = titleParts(nameOf(row));
    named.set(series, named.get(series) === true || episode !== null);
  }
  const titles = [...named]
    .slice(0, LIKE_IN_SENTENCE)
    .map(([name, isSeries]) => (isSeries ? say('why.new-like-series', { name }) : say('why.new-like-title', { name })));
  return titles.length === 0 ? say('why.new') : say('why.new-like', { titles });
}
