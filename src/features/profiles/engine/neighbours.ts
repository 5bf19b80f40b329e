/** The profiles most similar to one by a model: nearest in latent space. */
import type { Neighbour } from '../../../shared/contract/profiles';
import { displayValue } from '../../../engine/data/display/attributes';
import { watchedOf } from '../../../engine/model/ranking/lists';
import type { RunSession } from '../../../engine/sessions/run-session';

/** Nearest first; empty for a model without a latent code, and for a profile that resembles no other. */
export async function neighboursOf(session: RunSession, profile: string, count: number): Promise<Neighbour[]> {
  const row = await session.profileRow(profile);
  const latent = await session.latent();
  if (latent === null) return [];
  const { profiles, histories } = await session.data();
  const own = watchedOf(histories, row);
  return latent.nearest(latent.of(row), count, row).map(({ profile: other, similarity }) => ({
    profile: profiles.ids[other]!,
    similarity,
    watched: watchedOf(histories, other).length,
    shared: sharedBetween(own, watchedOf(histories, other)),
    attributes: profiles.attributes.map((attribute) => {
      const value = displayValue(attribute, other);
      return { name: attribute.name, value, same: value !== null && value === displayValue(attribute, row) };
    }),
  }));
}

/** Both ascending. */
function sharedBetween(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    const [mine, other] = [left[a]!, right[b]!];
    if (mine === other) shared++;
    if (mine <= other) a++;
    if (other <= mine) b++;
  }
  return shared;
}
