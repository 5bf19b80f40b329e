/** The titles of a run, followed by those of its data set without viewings. */
import { loadKeywords } from '../data/keywords';
import { keepRows } from '../data/selection';
import type { ItemTable, SparseRows } from '../data/tables';
import { NewTitles } from '../data/new-titles/new-titles';
import type { DatasetSession } from './dataset-session';

export interface WithNewTitles {
  /** Titles of the run keep their columns. */
  readonly items: ItemTable;
  /** Each title's position in the data set. */
  readonly datasetItem: Int32Array;
  readonly newTitles: NewTitles;
}

/**
 * @param datasetItem position of each title of the run in the data set
 * @param histories over the titles of the run; those in no row are new, too
 */
export async function newTitlesOf(
  dataset: DatasetSession,
  datasetItem: Int32Array,
  histories: SparseRows,
): Promise<WithNewTitles> {
  const isOfRun = new Uint8Array(dataset.items.ids.length);
  for (const row of datasetItem) isOfRun[row] = 1;
  // A watched title that the recipe leaves out is not new.
  const behind = [...dataset.items.ids.keys()].filter((row) => isOfRun[row] === 0 && dataset.popularity[row] === 0);
  const rows = [...datasetItem, ...behind];
  const items = {
    ids: rows.map((row) => dataset.items.ids[row]!),
    titles: rows.map((row) => dataset.items.titles[row]!),
    attributes: dataset.items.attributes.map((attribute) => keepRows(attribute, rows)),
  };
  const keywords = await dataset.keep('keywords', () => loadKeywords(dataset.snapshot));
  const input = { items, ranked: datasetItem.length, idOrder: rows, histories, keywords };
  return {
    items,
    datasetItem: Int32Array.from(rows),
    newTitles: await NewTitles.inTurns(input),
  };
}
