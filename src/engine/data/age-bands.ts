/** Bands of age with about equally many profiles. */
import type { Attribute } from './tables';

const MOST_BANDS = 4;

interface AgeBand {
  /** Both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly profiles: readonly number[];
}

/**
 * @param profiles to divide; those without an age are in no band
 * @returns youngest first; empty without at least two different ages
 */
export function ageBands(age: Attribute, profiles: readonly number[]): AgeBand[] {
  const known = profiles
    .map((profile) => ({ profile, age: ageOf(age, profile) }))
    .filter((one) => Number.isFinite(one.age))
    .sort((left, right) => left.age - right.age);
  const bands: { from: number; to: number; profiles: number[] }[] = [];
  known.forEach((one, place) => {
    const last = bands.at(-1);
    // The remaining bands share the remaining profiles.
    const isFull =
      last === undefined ||
      last.profiles.length * (MOST_BANDS - bands.length + 1) >= known.length - place + last.profiles.length;
    if (last === undefined || (isFull && one.age > last.to && bands.length < MOST_BANDS))
      bands.push({ from: one.age, to: one.age, profiles: [one.profile] });
    else {
      last.to = one.age;
      last.profiles.push(one.profile);
    }
  });
  return bands.length < 2 ? [] : bands;
}

/** NaN if it is missing, or not a number. */
export function ageOf(age: Attribute, profile: number): number {
  if (age.kind === 'numeric') return age.values[profile]!;
  const text = age.kind === 'categorical' ? age.categories[age.codes[profile]!] : undefined;
  return text === undefined || text.trim() === '' ? NaN : Number(text);
}
