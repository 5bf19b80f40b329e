/** A data set as it goes into a bundle, and is taken from one. */
import type { Dataset, FileReport } from '../../../shared/contract/dataset';

/** Paths of the user's folders are private, and mean nothing on another machine; what only adding needs stays where it was imported. */
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
