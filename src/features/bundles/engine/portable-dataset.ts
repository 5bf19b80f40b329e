/** The form of a data set in a bundle. */
import type { Dataset, FileReport } from '../../../shared/contract/dataset';

/**
 * Removes paths of the user's folders, which are private and mean nothing on another machine, and what only adding needs, which stays where it was
 * imported.
 */
export function portableDataset(dataset: Dataset): Dataset {
  const { adding: _, added: __, files, ...others } = dataset;
  return { ...others, files: files.map(withoutPlace), folder: '' };
}

function withoutPlace(report: FileReport): FileReport {
  const { place: _, ...others } = report;
  return others;
}

export const isPortable = ({ folder, adding, added, files }: Dataset): boolean =>
  folder === '' && adding === undefined && added === undefined && files.every(({ place }) => place === undefined);
