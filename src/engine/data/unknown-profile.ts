import type { Dataset } from '../../shared/contract/dataset';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { allowedWords } from '../../shared/values/suggest';

/**
 * `not-found`, with the nearest IDs; for pseudonyms, says how to find a profile by the ID in the user's files.
 * @param ids of the data set's profiles
 */
export const unknownProfile = (
  profile: string,
  { name, pseudonyms }: Dataset,
  ids: readonly string[],
): ShelfwiseError =>
  new ShelfwiseError('not-found', [
    say('profile.unknown', { profile, data: name }),
    ...(pseudonyms === undefined ? [] : [say('pseudonyms.in-place-of-ids')]),
    ...allowedWords(profile, ids),
  ]);
