import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';

/** @throws ShelfwiseError `busy` where what is there is not what was read */
export function refuseOverwriting(what: string, present: number, read: number): void {
  if (present !== read) throw new ShelfwiseError('busy', say('kept.changed', { what }));
}
