import { expect, test } from 'vitest';
import { listOfText, listText, originOf, placeOfProfile, valuesOf } from './origin';

/** What Compare reads of an address: the part after the profile. */
const fromOf = (place: string): string => place.split('/')[3]!;

test('an origin is read from the address as it was written, whatever its values hold', () => {
  const origin = { kind: 'review', values: { check: 'own-1', value: 'a;b=c/d %25?#', item: '55' } } as const;
  const place = placeOfProfile('p 1', origin);
  expect(place).toMatch(/^\/compare\/p%201\/review;check=own-1;value=[^;/?#]+;item=55$/);
  expect(originOf(fromOf(place))).toEqual(origin);
});

test('a profile may be opened from nowhere, and an origin may have no values', () => {
  expect(placeOfProfile('1')).toBe('/compare/1');
  expect(placeOfProfile('1', { kind: 'profiles', values: { sort: undefined } })).toBe('/compare/1/profiles');
  expect(originOf(undefined)).toBeNull();
});

test('an address written by hand says no more than it does', () => {
  expect(originOf('nowhere;state=open')).toBeNull();
  expect(originOf('constructor')).toBeNull();
  expect(valuesOf('=1;open;;state=%E0%A4%A;order=need')).toEqual({ state: '%E0%A4%A', order: 'need' });
});

test('a list of profiles keeps its order and IDs of any characters; of a long one those around the opened profile', () => {
  expect(listOfText(listText(['a,b', '%', 'ä'], '%'))).toEqual(['a,b', '%', 'ä']);
  const many = Array.from({ length: 1000 }, (_, at) => `p${at}`);
  const kept = listOfText(listText(many, 'p990'));
  expect(kept).toHaveLength(300);
  expect(kept.slice(-11)).toEqual(many.slice(989));
  expect(listOfText(listText(many, 'p0'))[0]).toBe('p0');
});
