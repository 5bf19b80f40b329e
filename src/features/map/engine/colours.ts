/** Values to colour the points of a map by: one each, in the order of the map. */
import { MAP_COLOURS, type MapColour, type MapColours } from '../contract/map';
import type { MapSubject } from '../contract/make-map';
import { ShelfwiseError } from '../../../shared/errors';
import { MOST_MAP_GROUPS } from '../contract/limits';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { columnCounts } from '../../../engine/data/histories';
import type { Attribute } from '../../../engine/data/tables';
import { titleGroups } from '../../../engine/data/display/title-groups';
import type { RunSession } from '../../../engine/sessions/run-session';
import { principalMap } from './principal-map';
import { keptMap } from './run-map';

type By = MapColour | { readonly attribute: string };

/** @throws ShelfwiseError `usage` if points of such a map cannot be coloured by this, `not-found` if the run has no lists */
export async function mapColours(session: RunSession, of: MapSubject, by: By): Promise<MapColours> {
  if (typeof by === 'object') return coloursOfAttribute(await attributeNamed(session, of, by.attribute));
  const known: readonly string[] = MAP_COLOURS[of];
  if (!known.includes(by)) throw notBy(by, known);
  switch (by) {
    case 'cluster':
      return ofClusters(((await keptMap(session, of)) ?? (await principalMap(session, of))).cluster);
    case 'score':
    case 'recall':
      return numbers(await tested(session, by));
    case 'stability':
      return numbers(await stability(session));
    case 'popularity':
      return numbers(await popularity(session, of));
    case 'recommended':
      return numbers(Array.from((await session.recommended()).profiles));
  }
}

const notBy = (by: string, known: readonly string[]): ShelfwiseError =>
  new ShelfwiseError('usage', [say('map.no-colour', { by }), ...allowedWords(by, known)]);

async function attributeNamed(session: RunSession, of: MapSubject, name: string): Promise<Attribute> {
  const { attributes } = (await session.data())[of === 'profiles' ? 'profiles' : 'items'];
  const found = attributes.find((attribute) => attribute.name === name);
  if (found !== undefined) return found;
  throw notBy(
    name,
    attributes.map((attribute) => attribute.name),
  );
}

export function coloursOfAttribute(attribute: Attribute): MapColours {
  if (attribute.kind === 'numeric')
    return numbers(Array.from(attribute.values, (value) => (Number.isNaN(value) ? null : value)));
  const { labels, of } = titleGroups(attribute) ?? { labels: [], of: () => [0] };
  const rows = attribute.kind === 'set' ? attribute.offsets.length - 1 : attribute.codes.length;
  const counts = new Int32Array(labels.length + 1);
  for (let row = 0; row < rows; row++) for (const code of of(row)) counts[code]!++;
  const mostFrequent = (codes: readonly number[]): number =>
    codes.reduce((best, code) => (counts[code]! > counts[best]! ? code : best));
  return grouped(
    Array.from({ length: rows }, (_, row) => mostFrequent(of(row))),
    labels,
  );
}

/** @param codes one per point; labels.length for none */
function grouped(codes: readonly number[], labels: readonly string[]): MapColours {
  const points = new Int32Array(labels.length + 1);
  for (const code of codes) points[code]!++;
  const order = Array.from(labels.keys())
    .filter((code) => points[code]! > 0)
    .sort((left, right) => points[right]! - points[left]! || left - right);
  const shown = order.slice(0, MOST_MAP_GROUPS);
  const place = new Map(shown.map((code, index) => [code, index]));
  return {
    kind: 'groups',
    groups: shown.map((code) => ({ value: labels[code]!, points: points[code]! })),
    codes: codes.map((code) => (code === labels.length ? -1 : (place.get(code) ?? shown.length))),
  };
}

/** Their numbers, which are the order of `clusters` in the map. */
function ofClusters(cluster: Int32Array): MapColours {
  const sizes: number[] = [];
  for (const own of cluster) sizes[own] = (sizes[own] ?? 0) + 1;
  return {
    kind: 'groups',
    groups: sizes.map((points, own) => ({ value: String(own + 1), points })),
    codes: Array.from(cluster),
  };
}

function numbers(values: (number | null)[]): MapColours {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values)
    if (value !== null) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  return { kind: 'numbers', values, range: low <= high ? { low, high } : null };
}

async function tested(session: RunSession, by: 'score' | 'recall'): Promise<(number | null)[]> {
  const values = await nothingKnown(session);
  const profiles = await session.testProfiles();
  profiles?.profile.forEach((row, at) => (values[row] = profiles[by][at]!));
  return values;
}

async function stability(session: RunSession): Promise<(number | null)[]> {
  const values = await nothingKnown(session);
  const measured = await session.stability();
  measured?.rows.forEach((row, at) => (values[row] = measured.shares[at]!));
  return values;
}

const nothingKnown = async (session: RunSession): Promise<(number | null)[]> =>
  (await session.data()).profiles.ids.map(() => null);

async function popularity(session: RunSession, of: MapSubject): Promise<number[]> {
  const { histories } = await session.data();
  if (of === 'titles') return Array.from(columnCounts(histories));
  return Array.from({ length: histories.rows }, (_, row) => histories.offsets[row + 1]! - histories.offsets[row]!);
}
