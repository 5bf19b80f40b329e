import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';

/** The error for a recipe that gives no event of a data set any weight. */
export const nothingSelected = (): ShelfwiseError => new ShelfwiseError('bad-data', say('data.nothing-selected'));
