/** The weights of links as a matrix. For tests only. */
import { type LinkedTitles, stepOf, valueOf } from '../kernels/linear/links';

/** titles x titles, one row per candidate: its weights for the titles of a history. */
export function weightsOf({ offsets, links, multipliers }: LinkedTitles): Float64Array {
  const titles = multipliers.length;
  const weights = new Float64Array(titles * titles);
  for (let watched = 0; watched < titles; watched++)
    for (let at = offsets[watched]!, candidate = -1; at < offsets[watched + 1]!; at++) {
      candidate += stepOf(links[at]!);
      weights[candidate * titles + watched] = valueOf(links[at]!) * multipliers[candidate]!;
    }
  return weights;
}
