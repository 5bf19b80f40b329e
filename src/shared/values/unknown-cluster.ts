/** Of a cluster that nobody added: said with what there is. */
import { ShelfwiseError } from '../errors';
import { say } from '../words/sentence';
import { allowedWords } from './suggest';

export const unknownCluster = (name: string, known: readonly string[]): ShelfwiseError =>
  new ShelfwiseError(
    'not-found',
    known.length === 0 ? say('cluster.none') : [say('cluster.unknown', { name }), ...allowedWords(name, known)],
  );
