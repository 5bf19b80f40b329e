/** The order of genres that their colours follow: a genre that comes later changes the colour of none that was there. */
import type { AttributeDescription } from '../contract/dataset';
import { groupAttribute } from '../values/known-attributes';

/**
 * @param attributes of titles
 * @param earlier the genres that were there before, in their order; those that are gone keep their place
 */
export function genreOrder(attributes: readonly AttributeDescription[], earlier: readonly string[]): readonly string[] {
  const own = groupAttribute(attributes)?.categories ?? [];
  const known = new Set(earlier);
  return [...earlier, ...own.filter((genre) => !known.has(genre))];
}
