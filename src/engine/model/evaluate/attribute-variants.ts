/**
 * The attributes of profiles as they are, left out, or shuffled over the profiles. They are variants of what a model learns from, not of its recipe: a
 * run has its own attributes, so that no setting can give children lists by those of others.
 */
import type { AttributeVariant } from '../../../shared/values/attribute-variants';
import { keepRows } from '../../data/selection';
import type { ProfileTable } from '../../data/tables';
import { RandomStreams } from '../random';

/** @param seed of the run, which draws the shuffled attributes from a stream of their own */
export function profilesAs(variant: AttributeVariant, profiles: ProfileTable, seed: number): ProfileTable {
  switch (variant) {
    case 'with':
      return profiles;
    case 'without':
      return { ...profiles, attributes: [] };
    case 'shuffled':
      return shuffledProfiles(profiles, seed);
  }
}

/** The same profiles, each with the attributes of another: shows what a model makes of attributes without information. */
export function shuffledProfiles(profiles: ProfileTable, seed: number): ProfileTable {
  const rows = Array.from(profiles.ids.keys());
  const others = new RandomStreams(seed).stream('profiles/shuffled').shuffle(rows);
  return { ...profiles, attributes: profiles.attributes.map((attribute) => keepRows(attribute, others)) };
}
