import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';

/** @throws ShelfwiseError `busy` where what is there is not what was read */
export function refuseOverwriting(what: Sentence, present: number, read: number): void {
  if (present !== read) throw new ShelfwiseError('busy', say('kept.changed', { what }));
}
