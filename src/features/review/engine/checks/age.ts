/**
 * Finds titles that do not suit the age of a profile. A title's own age limit counts if titles have one; otherwise its viewers: a title is odd for
 * an age that lies years outside the ages of nearly all its viewers.
 */
import { ageAttribute } from '../../../../shared/values/known-attributes';
import { ageOf } from '../../../../engine/data/age-bands';
import { statedAges } from '../../../../engine/data/age-marks';
import { type Answer, type Checked, findingsOfItems, watchedItems } from './checked';

/** Least viewers of known age before a title's ages mean anything. */
const LEAST_VIEWERS = 10;
/** Share of the viewers to ignore at each end: a brother's programme, a wrong attribute. */
const TAIL = 0.05;

interface Ages {
  readonly least: number;
  readonly most: number;
}

/** @param tolerance years */
export function unsuitableForAge(lists: Checked, tolerance: number): Answer {
  const attribute = ageAttribute(lists.profiles.attributes);
  if (attribute === null) return 'no-age';
  const ages = lists.profiles.ids.map((_, profile) => ageOf(attribute, profile));
  const stated = statedAges(lists.items);
  const watched = agesOfViewers(lists, ages);
  return findingsOfItems(lists, (item, profile) => {
    const age = ages[profile]!;
    const least = stated[item]!;
    if (!Number.isNaN(least)) return age < least ? { kind: 'from-age', age: least } : null;
    const between = watched[item];
    const isOdd = between != null && (age < between.least - tolerance || age > between.most + tolerance);
    return isOdd ? { kind: 'viewers', ...between } : null;
  });
}

/** Null if too few profiles watched a title. */
function agesOfViewers(lists: Checked, ages: readonly number[]): (Ages | null)[] {
  const viewers: number[][] = lists.items.ids.map(() => []);
  ages.forEach((age, profile) => {
    if (Number.isFinite(age)) for (const item of watchedItems(lists, profile)) viewers[item]!.push(age);
  });
  return viewers.map((all) => {
    if (all.length < LEAST_VIEWERS) return null;
    const ordered = Float64Array.from(all).sort();
    const cut = Math.floor(ordered.length * TAIL);
    return { least: ordered[cut]!, most: ordered[ordered.length - 1 - cut]! };
  });
}
