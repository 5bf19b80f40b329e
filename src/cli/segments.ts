/** Finds segments of a data set by name. */
import type { KeptSegment } from '../shared/contract/kept';
import { ShelfwiseError } from '../shared/errors';
import { allowedWords } from '../shared/values/suggest';
import type { Client } from './context';
import { say } from '../shared/words/sentence';

/** @throws ShelfwiseError `not-found` with the existing names */
export async function segmentNamed(client: Client, data: string, name: string): Promise<KeptSegment> {
  const segments = await client.segments.list({ data });
  const found = segments.find((segment) => segment.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const names = segments.map((segment) => segment.name);
  throw new ShelfwiseError('not-found', [
    say('command-line.no-segment', { name }),
    ...(names.length === 0 ? [say('command-line.how-to-save-segment')] : allowedWords(name, names)),
  ]);
}
