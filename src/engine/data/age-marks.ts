/** The least ages that titles state. */
import { ageLimitAttribute } from '../../shared/values/known-attributes';
import { displayValue } from './display/attributes';
import type { ItemTable } from './tables';

/** Years, by title; NaN for one that states none. */
export function statedAges({ ids, attributes }: Pick<ItemTable, 'ids' | 'attributes'>): number[] {
  const attribute = ageLimitAttribute(attributes);
  return ids.map((_, item) =>
    attribute === null ? NaN : Number(/\d+/.exec(displayValue(attribute, item) ?? '')?.[0] ?? NaN),
  );
}
