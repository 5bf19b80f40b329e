import { ShelfwiseError } from '../../shared/errors';

/** Of a recipe that gives no event of a data set any weight. */
export const nothingSelected = (): ShelfwiseError =>
  new ShelfwiseError(
    'bad-data',
    'The recipe selects no event of this data set. Give one of data.history, data.completion, data.purchase, data.search a weight above 0 for which there is a file.',
  );
