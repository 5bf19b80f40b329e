/** Checks whether the user's folder still is what was imported. */
import type { Dataset, SourceState } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { type Said, say, sayDay, textOf } from '../../../shared/words/sentence';
import { discover } from '../../../engine/import/layouts/discover';
import { isSameFile } from '../../../engine/import/known-import';
import { partsOf } from '../../../engine/import/layouts/import-plan';

/** Compares size and times first; hashes a file only if they differ. */
export async function checkSource(dataset: Dataset): Promise<SourceState> {
  // Data from a bundle names no folder to compare with. A data set that was added to has what several folders contained when they were read, and its
  // first folder is often rewritten.
  if (dataset.folder === '' || dataset.added !== undefined) return { state: 'unchanged', changes: [] };
  const imported = dataset.files.filter((file) => file.role !== 'ignored');
  let present: Map<string, string>;
  try {
    const plan = await discover(dataset.folder, dataset.mapping);
    present = new Map(partsOf(plan).map((part) => [part.file, part.path]));
  } catch (thrown) {
    if (!(thrown instanceof ShelfwiseError)) throw thrown;
    return {
      state: thrown.code === 'not-found' && dataset.mapping === null ? 'missing' : 'changed',
      changes: [thrown.message],
      ...(thrown.said && { said: [thrown.said] }),
    };
  }
  const said: Said[] = [];
  for (const report of imported) {
    const file = present.get(report.file);
    if (file === undefined) said.push([say('source.gone', { file: report.file, folder: dataset.folder })]);
    else if (!(await isSameFile(file, report, Date.parse(dataset.importedAt))))
      said.push([say('source.changed', { file: report.file, day: sayDay(dataset.importedAt.slice(0, 10)) })]);
  }
  for (const file of present.keys())
    if (!imported.some((report) => report.file === file)) said.push([say('source.new', { file })]);
  if (said.length === 0) return { state: 'unchanged', changes: [] };
  return { state: 'changed', changes: said.map((one) => textOf(one)), said };
}
