/** Filters rows, of profiles or titles, by the values of an attribute. */
import type { Attribute } from '../tables';
import { displayValue } from './attributes';

/** Whether a row has one of the values; for a set, whether any member is among them. */
export function attributeFilter(attribute: Attribute, values: readonly (string | null)[]): (row: number) => boolean {
  const wanted = new Set(values);
  if (attribute.kind !== 'set') return (row) => wanted.has(displayValue(attribute, row));
  const isWanted = attribute.categories.map((category) => wanted.has(category));
  return (row) => {
    const [from, to] = [attribute.offsets[row]!, attribute.offsets[row + 1]!];
    if (from === to) return wanted.has(null);
    for (let at = from; at < to; at++) if (isWanted[attribute.codes[at]!]) return true;
    return false;
  };
}
