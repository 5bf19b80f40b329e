import { keepRows } from '../../data/selection';
import type { ProfileTable } from '../../data/tables';
import { RandomStreams } from '../random';

/** The same profiles, each with the attributes of another: shows what a model makes of attributes without information. */
export function shuffledProfiles(profiles: ProfileTable, seed: number): ProfileTable {
  const rows = Array.from(profiles.ids.keys());
  const others = new RandomStreams(seed).stream('profiles/shuffled').shuffle(rows);
  return { ...profiles, attributes: profiles.attributes.map((attribute) => keepRows(attribute, others)) };
}
