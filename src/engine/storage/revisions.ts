import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';

/** @throws ShelfwiseError `busy` if it was changed since it was read */
export function refuseOverwriting(what: Sentence, present: number, read: number): void {
  if (present !== read) throw new ShelfwiseError('busy', say('kept.changed', { what }));
}
