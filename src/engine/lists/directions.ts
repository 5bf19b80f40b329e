/** Names the latent directions of a run by the titles that they move. */
import type { LatentDirection } from '../../shared/contract/tuning';
import { MODEL_ROWS } from '../../shared/recipe/models';
import { movedItems } from '../model/dae/directions';
import type { RunSession } from '../sessions/run-session';

/** Number of titles that name a direction, on each side. */
const NAMING_TITLES = 5;

/** The directions in which the codes of the profiles vary most; empty for models without a latent code. */
export async function describeDirections(session: RunSession, count: number): Promise<LatentDirection[]> {
  if (!MODEL_ROWS[session.record.model].latent) return [];
  const [directions, { items }, recommender] = await Promise.all([
    session.directions(),
    session.data(),
    session.recommender(),
  ]);
  if (directions === null) return [];
  const decoder = recommender.tensors()['decoder']!;
  const named = (columns: Int32Array) =>
    Array.from(columns, (item) => ({ item: items.ids[item]!, title: items.titles[item]! }));
  return Array.from({ length: Math.min(count, directions.count) }, (_, direction) => {
    const { raises, lowers } = movedItems(directions, direction, decoder, NAMING_TITLES);
    return { direction, share: directions.shares[direction]!, raises: named(raises), lowers: named(lowers) };
  });
}
