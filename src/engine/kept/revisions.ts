import { ShelfwiseError } from '../../shared/errors';

/** @throws ShelfwiseError `busy` where what is there is not what was read */
export function refuseOverwriting(what: string, present: number, read: number): void {
  if (present !== read)
    throw new ShelfwiseError(
      'busy',
      `${what} was changed meanwhile, in another window or program. Look at it again before you change it.`,
    );
}
