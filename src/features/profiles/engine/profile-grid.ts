/** The grid of profiles: a page of rows, and the values to filter by. */
import type { Facet, ProfileFilter, ProfileRow, ProfileSample } from '../../../shared/contract/profiles';
import { displayValue } from '../../../engine/data/display/attributes';
import type { Attribute } from '../../../engine/data/tables';
import { RandomStream } from '../../../engine/model/random';
import { passingRows, type PageRequest, type SortKeys, sortedRows, textKeys } from '../../../engine/data/display/rows';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { isoTime } from '../../../engine/sessions/dataset-session';
import { attributeOf, passesFilter, type ProfileState } from '../../../engine/sessions/profile-filter';

interface ProfilePageRequest extends PageRequest {
  readonly filter?: ProfileFilter | undefined;
  readonly sample?: ProfileSample | undefined;
  readonly around?: string | undefined;
}

export function profilePage(
  session: DatasetSession,
  state: ProfileState,
  request: ProfilePageRequest,
): { all: number; total: number; start: number; rows: ProfileRow[] } {
  const all = session.profiles.ids.length;
  const order = request.sort === undefined ? all : orderBy(session, state, request.sort);
  const passes = passesFilter(session, state, request.filter ?? {});
  const { sample } = request;
  const list = passingRows(order, sample === undefined ? passes : isDrawn(passingRows(all, passes), sample));
  const { start, end } = pageAround(
    list,
    request.around === undefined ? undefined : session.profileRow.get(request.around),
    request,
  );
  return {
    all,
    total: list.length,
    start,
    rows: list.slice(start, end).map((row) => rowOf(session, state, row)),
  };
}

/**
 * Whether a row is in the sample.
 * @param rows to draw from, in the order of the data set, so that a seed means the same profiles however they are sorted
 */
function isDrawn(rows: readonly number[], { seed, count }: ProfileSample): (row: number) => boolean {
  const drawn = new Set(new RandomStream(seed, 'profiles/sample').shuffle([...rows]).slice(0, count));
  return (row) => drawn.has(row);
}

/** Start and end, moved so that a row stands in the middle; unchanged if the list does not contain it. */
function pageAround(
  list: readonly number[],
  row: number | undefined,
  { start, end }: PageRequest,
): { start: number; end: number } {
  const place = row === undefined ? -1 : list.indexOf(row);
  if (place === -1) return { start, end };
  const first = place - Math.floor((end - start - 1) / 2);
  return { start: Math.max(0, first), end: first + (end - start) };
}

/** How many of the titles watched last, and of the genres watched most, a row has. */
const LATEST = 3;
const TASTE = 4;

function rowOf(session: DatasetSession, state: ProfileState, row: number): ProfileRow {
  const { profiles, watched, lastActive } = session;
  const figure = (values: Float64Array | null): number | null =>
    values === null || Number.isNaN(values[row]!) ? null : values[row]!;
  return {
    profile: profiles.ids[row]!,
    attributes: Object.fromEntries(
      profiles.attributes.map((attribute) => [attribute.name, displayValue(attribute, row)]),
    ),
    watched: watched[row]!,
    lastActive: isoTime(lastActive[row]!),
    latest: session.history(row, LATEST).map(({ item, title }) => ({ item, title })),
    taste: tasteOf(session, row),
    recall: figure(state.recall),
    score: figure(state.score),
    found: state.targets?.[row] ? { titles: state.hits![row]!, of: state.targets[row]! } : null,
    stability: figure(state.stability),
    reviewed: state.reviewed.has(profiles.ids[row]!),
    noted: state.noted.has(profiles.ids[row]!),
  };
}

/** Most titles first; of as many, those of the genre watched last. */
function tasteOf(session: DatasetSession, row: number): ProfileRow['taste'] {
  const counts = new Map<string, number>();
  for (const item of session.watchedBy(row)) {
    const group = session.groupOf(item);
    if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .slice(0, TASTE)
    .map(([group, titles]) => ({ group, titles }));
}

function orderBy(
  session: DatasetSession,
  state: ProfileState,
  { column, descending }: { column: string; descending: boolean },
): Int32Array {
  const { profiles, watched, lastActive } = session;
  const nothing = (): SortKeys => new Float64Array(profiles.ids.length).fill(NaN);
  switch (column) {
    case 'recall':
    case 'score':
    case 'stability':
      return sortedRows(state[column] ?? nothing(), descending);
    case 'reviewed':
    case 'noted':
      return sortedRows(
        Float64Array.from(profiles.ids, (id) => (state[column].has(id) ? 1 : 0)),
        descending,
      );
  }
  return session.keep(`order of profiles by ${column} ${descending}`, () => {
    switch (column) {
      case 'profile':
        return sortedRows(
          Float64Array.from(profiles.ids, (_, row) => row),
          descending,
        );
      case 'watched':
        return sortedRows(Float64Array.from(watched), descending);
      case 'lastActive':
        return sortedRows(lastActive, descending);
      default:
        return sortedRows(attributeKeys(attributeOf(profiles.attributes, column), profiles.ids.length), descending);
    }
  });
}

function attributeKeys(attribute: Attribute, rows: number): SortKeys {
  if (attribute.kind === 'numeric') return attribute.values;
  return textKeys(Array.from({ length: rows }, (_, row) => displayValue(attribute, row)));
}

/** Number of profiles with each value of each attribute; for a set, with each member. In the order of the categories, missing last. */
export function facetsOf(session: DatasetSession): Facet[] {
  return session.profiles.attributes.map((attribute) => {
    const counts = countsOf(attribute, session.profiles.ids.length, () => true);
    const values = Array.from(counts, ([value, profiles]) => ({ value, profiles })).filter(
      ({ profiles }) => profiles > 0,
    );
    if (attribute.kind === 'numeric') values.sort((left, right) => Number(left.value) - Number(right.value));
    values.sort((left, right) => Number(left.value === null) - Number(right.value === null));
    return { name: attribute.name, kind: attribute.kind, values };
  });
}

/**
 * The same values, each with the profiles that match a filter. What the filter asks of an attribute does not count for that attribute's own
 * values, so that they say what choosing one more would bring.
 */
export function facetsWithin(
  session: DatasetSession,
  state: ProfileState,
  filter: ProfileFilter,
  whole: readonly Facet[],
): Facet[] {
  const passes = passesFilter(session, state, filter);
  return whole.map((facet) => {
    const { [facet.name]: asked, ...others } = filter.attributes ?? {};
    const counted = asked === undefined ? passes : passesFilter(session, state, { ...filter, attributes: others });
    const counts = countsOf(attributeOf(session.profiles.attributes, facet.name), session.profiles.ids.length, counted);
    return { ...facet, values: facet.values.map(({ value }) => ({ value, profiles: counts.get(value) ?? 0 })) };
  });
}

function countsOf(attribute: Attribute, rows: number, counted: (row: number) => boolean): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  const count = (value: string | null): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
  if (attribute.kind !== 'numeric') for (const category of attribute.categories) counts.set(category, 0);
  for (let row = 0; row < rows; row++) {
    if (!counted(row)) continue;
    if (attribute.kind !== 'set') count(displayValue(attribute, row));
    else if (attribute.offsets[row] === attribute.offsets[row + 1]) count(null);
    else
      for (const code of attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!))
        count(attribute.categories[code]!);
  }
  return counts;
}
