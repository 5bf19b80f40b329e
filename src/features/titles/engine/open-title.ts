/** One title: the profiles that get it, and similar titles. */
import { MOST_RECEIVERS } from '../contract/limits';
import type { TitleView } from '../contract/title';
import type { AppliedRules } from '../../../shared/contract/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { displayAttributes } from '../../../engine/data/display/attributes';
import { deliveredToAll } from '../../../engine/delivery/deliver';
import type { RunSession } from '../../../engine/sessions/run-session';
import { type Similar, similarTo } from '../../../engine/sessions/similar-titles';
import { askedColumns, placesIn } from './audience/asked';
import { figuresAt, figuresOfTitles, listsOf } from './figures';

const SIMILAR = 12;

/** @throws ShelfwiseError `not-found` for an item that is not in the data set */
export async function openTitle(session: RunSession, id: string, rules: AppliedRules | null): Promise<TitleView> {
  const { items, itemRow } = session.dataset;
  const row = itemRow.get(id);
  if (row === undefined)
    throw new ShelfwiseError('not-found', [
      say('title.unknown-in-data', { title: id, data: session.record.dataset.name }),
      ...allowedWords(id, items.ids),
    ]);
  const data = await session.data();
  // A title without events is not in the vocabulary of the run: no list has it, and similar titles follow from the metadata alone.
  const item = data.itemRow.get(id);
  const similar = item === undefined ? await likeByMetadata(session, row) : await similarTo(session, item, SIMILAR);
  const figures = figuresOfTitles(session.dataset, await listsOf(session, rules));
  return {
    item: id,
    title: items.titles[row]!,
    attributes: displayAttributes(items.attributes, row),
    ...figuresAt(figures, row),
    similar: similar.map(({ item: other, similarity }) => ({
      item: data.items.ids[other]!,
      title: data.items.titles[other]!,
      similarity,
    })),
    receivers: await receiversOf(session, id, rules),
  };
}

/** The columns of the run come first among those with new titles. @param row in the data set */
async function likeByMetadata(session: RunSession, row: number): Promise<Similar[]> {
  const { datasetItem, newTitles } = await session.withNewTitles();
  return newTitles
    .nearest(datasetItem.indexOf(row))
    .slice(0, SIMILAR)
    .map((like) => ({ item: like.row, similarity: like.likeness }));
}

async function receiversOf(
  session: RunSession,
  id: string,
  rules: AppliedRules | null,
): Promise<TitleView['receivers']> {
  if (session.record.listsSha256 === null) return [];
  const [{ profiles }, { items, lists }] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  const places = placesIn(lists, profiles.ids.length, askedColumns(items, { ids: [id] }));
  return (
    Array.from(profiles.ids, (profile, row) => ({ profile, rank: places[row]! }))
      .filter(({ rank }) => rank > 0)
      // Sorting keeps the order of profiles among equal ranks.
      .sort((left, right) => left.rank - right.rank)
      .slice(0, MOST_RECEIVERS)
  );
}
