/**
 * Where the profile on Compare was opened from, as its address says it: /compare/196/review;state=open;order=reach. J and K go through the list that
 * one came from, and the way back leads there.
 */
import type { ReactNode } from 'react';
import type { ProfileFilter } from '../../shared/contract/profiles';
import { partOfPlace } from './place';

/** `profiles`: the list of profiles as it was left; `segment` and `search`: profiles by a filter; `review`: the queue; others: the profiles listed in `list`. */
const ORIGIN_KINDS = ['profiles', 'segment', 'search', 'review', 'map', 'title', 'changes', 'rules'] as const;
type OriginKind = (typeof ORIGIN_KINDS)[number];

/** What else an address says, by name. */
export type PlaceValues = Readonly<Partial<Record<string, string>>>;

export interface Origin {
  readonly kind: OriginKind;
  readonly values: PlaceValues;
}

/** "state=open;order=reach"; without what is undefined. */
export const valuesText = (values: PlaceValues): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${encodeURIComponent(value)}`))
    .join(';');

/** Addresses can be written by hand: a part without a name is left out. */
export function valuesOf(text: string | undefined): PlaceValues {
  const pairs = (text ?? '').split(';').map((pair): [string, string] => {
    const end = pair.indexOf('=');
    return [pair.slice(0, Math.max(end, 0)), partOfPlace(pair.slice(end + 1))];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

/** Null for an address that names no origin, or one that is unknown. */
export function originOf(text: string | undefined): Origin | null {
  const [name, ...values] = (text ?? '').split(';');
  const kind = ORIGIN_KINDS.find((one) => one === name);
  return kind === undefined ? null : { kind, values: valuesOf(values.join(';')) };
}

/** The address of a profile on Compare. */
export function placeOfProfile(profile: string, origin: Origin | null = null): string {
  const place = `/compare/${encodeURIComponent(profile)}`;
  if (origin === null) return place;
  const values = valuesText(origin.values);
  return `${place}/${origin.kind}${values === '' ? '' : `;${values}`}`;
}

/** Profiles that an address names; more would make it too long. */
const MOST_LISTED = 300;

/** A list of profiles as a value of an address: those around one where there are too many. */
export function listText(profiles: readonly string[], around: string): string {
  const from = Math.max(0, Math.min(profiles.indexOf(around) - MOST_LISTED / 2, profiles.length - MOST_LISTED));
  return profiles
    .slice(from, from + MOST_LISTED)
    .map(encodeURIComponent)
    .join(',');
}

export const listOfText = (text: string): string[] =>
  text
    .split(',')
    .filter((part) => part !== '')
    .map(partOfPlace);

/** A profile's place in the list that one came from. */
interface Around {
  /** From 0; null for a profile that is not in the list. */
  readonly place: number | null;
  readonly total: number;
  /** Number of decided lists; absent where nothing is decided. */
  readonly decided?: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** The list that one came from, as it was read. */
export interface Walked {
  /** Null without one: all profiles. */
  readonly origin: Origin | null;
  /** Undefined until read. */
  readonly around: Around | undefined;
  /** Whether `around` is of the profile before, until that of this one is read. */
  readonly isStale: boolean;
  /** Where the way back leads, and what is there. */
  readonly back: { readonly place: string; readonly label: string };
  /** What the list holds; empty if `back` says it all. */
  readonly detail: string;
  /** The profiles of the list; null where no filter tells them, and for all profiles. */
  readonly filter: ProfileFilter | null;
  /** Opens another profile of the list. */
  readonly move: (profile: string) => void;
  /** What there is to do about the profile, above its list. */
  readonly band: ReactNode;
  /** Why a title is odd; null for a title that is not. */
  readonly reasonOf: (item: string) => string | null;
}

/** The same, as Compare shows and follows it. */
export interface CameFrom extends Walked {
  /** Opens the next or the previous profile; where it is not read yet, once it is. */
  readonly step: (way: 'next' | 'previous') => void;
}
