/** The error for a cluster that was never added; lists the existing ones. */
import { ShelfwiseError } from '../errors';
import { say } from '../words/sentence';
import { allowedWords } from './suggest';

export const unknownCluster = (name: string, known: readonly string[]): ShelfwiseError =>
  new ShelfwiseError(
    'not-found',
    known.length === 0 ? say('cluster.none') : [say('cluster.unknown', { name }), ...allowedWords(name, known)],
  );
