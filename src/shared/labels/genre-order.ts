/** The order of genres that their colours follow: a new genre changes no existing colour. */
import type { AttributeDescription } from '../contract/dataset';
import { groupAttribute } from '../values/known-attributes';

/**
 * @param attributes of titles
 * @param earlier genres known before, in order; removed ones keep their position
 */
export function genreOrder(attributes: readonly AttributeDescription[], earlier: readonly string[]): readonly string[] {
  const own = groupAttribute(attributes)?.categories ?? [];
  const known = new Set(earlier);
  return [...earlier, ...own.filter((genre) => !known.has(genre))];
}
