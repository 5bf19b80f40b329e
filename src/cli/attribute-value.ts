/** Values of attributes as they are typed: "genre=Dinosaurs". */
import { ShelfwiseError } from '../shared/errors';
import { say } from '../shared/words/sentence';

/** @throws ShelfwiseError `usage` for a text that is not "attribute=value" */
export function attributeValue(typed: string): { attribute: string; value: string } {
  const at = typed.indexOf('=');
  if (at < 1) throw new ShelfwiseError('usage', say('command-line.attribute-value', { typed }));
  return { attribute: typed.slice(0, at), value: typed.slice(at + 1) };
}
