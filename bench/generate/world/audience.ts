/**
 * The profiles: attributes, tastes, and what their rows say of them. A taste combines the age, a little of the sex, the
 * interests of child and parents, and a part that no attribute reveals. So the row says much about what a profile will
 * watch, and its history says more.
 */
import { RandomStream } from '../../../src/engine/model/random';
import { chance, cumulate, normal, pickCumulative } from './draws';
import { ageFit, genreIndex, GENRES } from './genres';
import { CHILD_INTERESTS, PARENT_INTERESTS, type Interest } from './interests';

export interface Profile {
  readonly id: number;
  readonly isBoy: boolean;
  readonly age: number;
  /** Log of the taste per genre, and per kind (3 a genre). */
  readonly taste: Float64Array;
  readonly kindTaste: Float64Array;
  /** As written in profile_data: empty where nothing was filled in. */
  readonly row: { readonly sex: string; readonly age: string; readonly parent: string[]; readonly child: string[] };
  /** Number of this profile's events in the history. */
  readonly events: number;
}

const AGE_WEIGHTS = [3, 7, 12, 15, 15, 13, 10, 8, 6, 5, 3, 2, 1];
const CHILD_STRENGTHS = [2.4, 1.9, 1.5];
const PARENT_STRENGTHS = [1.6, 1.2, 0.9];
const SHARE_WITHOUT_HISTORY = 0.04;
const SHARE_WITH_LITTLE = 0.14;

export function makeAudience(seed: number, profiles: number, events: number): Profile[] {
  const random = new RandomStream(seed, 'audience');
  const counts = shareEvents(new RandomStream(seed, 'activity'), profiles, events);
  const ages = cumulate(AGE_WEIGHTS);
  let id = 0;
  return Array.from({ length: profiles }, (_, index) => {
    id += 1 + random.below(3);
    const isBoy = chance(random, 0.5);
    const age = 1 + pickCumulative(random, ages);
    const child = drawInterests(random, CHILD_INTERESTS, age, isBoy);
    const parent = drawInterests(random, PARENT_INTERESTS, age, isBoy);
    return {
      id,
      isBoy,
      age,
      taste: makeTaste(random, age, isBoy, child, parent),
      kindTaste: Float64Array.from({ length: GENRES.length * 3 }, () => 0.6 * normal(random)),
      row: {
        sex: chance(random, 0.02) ? '' : isBoy ? 'M' : 'F',
        age: chance(random, 0.01) ? '' : String(age),
        parent: written(random, parent, 0.1),
        child: written(random, child, 0.05),
      },
      events: counts[index]!,
    };
  });
}

function makeTaste(
  random: RandomStream,
  age: number,
  isBoy: boolean,
  child: readonly Interest[],
  parent: readonly Interest[],
): Float64Array {
  const taste = Float64Array.from(
    GENRES,
    (genre) =>
      Math.log(0.03 + ageFit(age, genre.age, genre.ageWidth)) +
      (isBoy ? genre.boys : -genre.boys) +
      0.45 * normal(random),
  );
  const raise = (interests: readonly Interest[], strengths: readonly number[]) =>
    interests.forEach((interest, rank) =>
      interest.genres.forEach((genre, place) => {
        taste[genreIndex(genre)]! += strengths[rank]! * (place === 0 ? 1 : 0.5);
      }),
    );
  raise(child, CHILD_STRENGTHS);
  raise(parent, PARENT_STRENGTHS);
  return taste;
}

/** Draws three distinct interests, the strongest first; those that fit the age are more likely. */
function drawInterests(random: RandomStream, all: readonly Interest[], age: number, isBoy: boolean): Interest[] {
  const left = [...all];
  const drawn: Interest[] = [];
  while (drawn.length < 3) {
    const weights = left.map((interest) => {
      const genre = GENRES[genreIndex(interest.genres[0]!)]!;
      return (0.1 + ageFit(age, genre.age, genre.ageWidth)) * Math.exp(isBoy ? genre.boys : -genre.boys);
    });
    drawn.push(...left.splice(pickCumulative(random, cumulate(weights)), 1));
  }
  return drawn;
}

/** Some profiles leave all fields empty, some the last ones. */
function written(random: RandomStream, interests: readonly Interest[], shareEmpty: number): string[] {
  const filled = chance(random, shareEmpty) ? 0 : chance(random, 0.7) ? 3 : chance(random, 0.6) ? 2 : 1;
  return interests.map((interest, rank) => (rank < filled ? interest.code : ''));
}

/** Numbers of events that sum to `events`: none for some, 1 to 3 for more, a long tail for the others. */
function shareEvents(random: RandomStream, profiles: number, events: number): Int32Array {
  const counts = new Int32Array(profiles);
  const eager: { index: number; weight: number }[] = [];
  let left = events;
  for (let index = 0; index < profiles; index++) {
    const drawn = random.uniform();
    if (drawn < SHARE_WITHOUT_HISTORY) continue;
    if (drawn < SHARE_WITHOUT_HISTORY + SHARE_WITH_LITTLE) left -= counts[index] = 1 + random.below(3);
    else eager.push({ index, weight: Math.exp(0.8 * normal(random)) });
  }
  let weightLeft = eager.reduce((sum, profile) => sum + profile.weight, 0);
  for (const { index, weight } of eager) {
    counts[index] = Math.max(0, Math.round((left * weight) / weightLeft));
    left -= counts[index]!;
    weightLeft -= weight;
  }
  return counts;
}
