/** One title: the profiles that get it, and similar titles. */
import type { TitleView } from '../../../shared/contract/profiles';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { LIST_LENGTH } from '../../../shared/limits';
import { displayAttributes } from '../../../engine/data/display/attributes';
import { listOf } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { type Similar, similarTo } from '../../../engine/sessions/similar-titles';
import { figuresOfTitle, titleFigures } from './title-grid';

const SIMILAR = 12;
const RECEIVERS = 50;

/** @throws ShelfwiseError `not-found` for an item that is not in the data set */
export async function openTitle(session: RunSession, id: string): Promise<TitleView> {
  const { items, itemRow, popularity } = session.dataset;
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
  const { recommended, meanRank } = figuresOfTitle(await titleFigures(session), row);
  return {
    item: id,
    title: items.titles[row]!,
    attributes: displayAttributes(items.attributes, row),
    popularity: popularity[row]!,
    recommended: recommended ?? 0,
    meanRank,
    similar: similar.map(({ item: other, similarity }) => ({
      item: data.items.ids[other]!,
      title: data.items.titles[other]!,
      similarity,
    })),
    receivers: item === undefined ? [] : await receiversOf(session, item),
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

async function receiversOf(session: RunSession, item: number): Promise<TitleView['receivers']> {
  if (session.record.listsSha256 === null) return [];
  const [{ profiles }, lists] = await Promise.all([session.data(), session.lists()]);
  const receivers: TitleView['receivers'] = [];
  for (let row = 0; row < profiles.ids.length; row++) {
    const rank = listOf(lists, row, LIST_LENGTH).indexOf(item) + 1;
    if (rank > 0) receivers.push({ profile: profiles.ids[row]!, rank });
  }
  // Sorting keeps the order of profiles among equal ranks.
  return receivers.sort((left, right) => left.rank - right.rank).slice(0, RECEIVERS);
}
