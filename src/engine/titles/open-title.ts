/** One title: the profiles that get it, and similar titles. */
import type { TitleView } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { allowedWords } from '../../shared/suggest';
import { LIST_LENGTH } from '../../shared/limits';
import { displayAttributes } from '../display/attributes';
import type { SparseRows } from '../data/tables';
import { topK } from '../ranking/top-k';
import { listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { figuresOfTitle, titleFigures } from './page';

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
  // A title without events is not in the vocabulary of the run: it is in no list and has no similar titles.
  const item = data.itemRow.get(id);
  const similar = item === undefined ? [] : await similarTo(session, item);
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

interface Similar {
  readonly item: number;
  readonly similarity: number;
}

/** Cosine of the decoder's rows; for models without a decoder, of who watched them. Nothing in common is not similar. */
async function similarTo(session: RunSession, item: number): Promise<Similar[]> {
  const decoder = (await session.recommender()).tensors()['decoder'];
  const autoencoder = await session.autoencoder();
  const cosines =
    autoencoder === null || decoder === undefined
      ? cosinesOfColumns((await session.data()).histories, item)
      : cosinesOfRows(decoder.values as Float32Array, decoder.shape[1]!, item);
  return Array.from(topK(cosines, 0, cosines.length, SIMILAR, Int32Array.of(item)), (other) => ({
    item: other,
    similarity: cosines[other]!,
  })).filter(({ similarity }) => similarity > 0);
}

function cosinesOfRows(matrix: Float32Array, width: number, row: number): Float32Array {
  const cosines = new Float32Array(matrix.length / width);
  const own = matrix.subarray(row * width, (row + 1) * width);
  let ownSquares = 0;
  for (const value of own) ownSquares += value * value;
  for (let other = 0; other < cosines.length; other++) {
    let product = 0;
    let squares = 0;
    for (let column = 0; column < width; column++) {
      const value = matrix[other * width + column]!;
      product += own[column]! * value;
      squares += value * value;
    }
    const both = Math.sqrt(ownSquares) * Math.sqrt(squares);
    cosines[other] = both > 0 ? product / both : 0;
  }
  return cosines;
}

/** Watched by the same profiles, whatever their number: together / sqrt(one x other). */
function cosinesOfColumns(histories: SparseRows, item: number): Float32Array {
  const together = new Float64Array(histories.columns);
  const watched = new Float64Array(histories.columns);
  for (let row = 0; row < histories.rows; row++) {
    const items = histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
    const isBoth = items.includes(item);
    for (const other of items) {
      watched[other]!++;
      if (isBoth) together[other]!++;
    }
  }
  return Float32Array.from(together, (both, other) =>
    both === 0 ? 0 : both / Math.sqrt(watched[item]! * watched[other]!),
  );
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
