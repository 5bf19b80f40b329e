/** The grid of profiles: a page of rows, and the values to filter by. */
import type { Facet, ProfileFilter, ProfileRow, ProfileSample } from '../../../shared/contract/profiles';
import { LIST_LENGTH, SHAKY } from '../../../shared/limits';
import { attributeFilter } from '../../../engine/data/display/attribute-filter';
import { displayValue } from '../../../engine/data/display/attributes';
import type { Attribute } from '../../../engine/data/tables';
import { RandomStream } from '../../../engine/model/random';
import {
  foldText,
  isWithin,
  passingRows,
  type PageRequest,
  type SortKeys,
  sortedRows,
  textKeys,
  unknownColumn,
} from '../../../engine/data/display/rows';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { isoTime } from '../../../engine/sessions/dataset-session';
import type { MeasuredStability } from '../../../engine/runs/stability-file';
import type { TestProfiles } from '../../../engine/runs/test-profiles-file';

/** What changes from call to call, besides the data set itself. */
export interface ProfileState {
  readonly reviewed: ReadonlySet<string>;
  readonly noted: ReadonlySet<string>;
  /** One entry per profile, NaN outside the hold-out; null without a run. */
  readonly recall: Float64Array | null;
  readonly score: Float64Array | null;
  /** Share of each list that stays under noise, NaN if it was not measured; null without a run. */
  readonly stability: Float64Array | null;
  /** Number of held-out titles of each profile, and of hits in its list; null if the run did not keep that. */
  readonly targets: Int32Array | null;
  readonly hits: Int32Array | null;
}

interface ProfilePageRequest extends PageRequest {
  readonly filter?: ProfileFilter | undefined;
  readonly sample?: ProfileSample | undefined;
  readonly around?: string | undefined;
}

const COLUMNS = ['profile', 'watched', 'lastActive', 'recall', 'score', 'stability', 'reviewed', 'noted'];
/** Prefix for columns of attributes, which may be omitted if no other column has the attribute's name. */
const ATTRIBUTE = 'attributes.';

export function profilePage(
  session: DatasetSession,
  state: ProfileState,
  request: ProfilePageRequest,
): { all: number; total: number; start: number; rows: ProfileRow[] } {
  const all = session.profiles.ids.length;
  const order = request.sort === undefined ? all : orderBy(session, state, request.sort);
  const passes = filterOf(session, state, request.filter ?? {});
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

function rowOf({ profiles, watched, lastActive }: DatasetSession, state: ProfileState, row: number): ProfileRow {
  const figure = (values: Float64Array | null): number | null =>
    values === null || Number.isNaN(values[row]!) ? null : values[row]!;
  return {
    profile: profiles.ids[row]!,
    attributes: Object.fromEntries(
      profiles.attributes.map((attribute) => [attribute.name, displayValue(attribute, row)]),
    ),
    watched: watched[row]!,
    lastActive: isoTime(lastActive[row]!),
    recall: figure(state.recall),
    score: figure(state.score),
    found: state.targets?.[row] ? { titles: state.hits![row]!, of: state.targets[row]! } : null,
    stability: figure(state.stability),
    reviewed: state.reviewed.has(profiles.ids[row]!),
    noted: state.noted.has(profiles.ids[row]!),
  };
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

function attributeOf(attributes: readonly Attribute[], column: string): Attribute {
  const name = column.startsWith(ATTRIBUTE) ? column.slice(ATTRIBUTE.length) : column;
  const found = attributes.find((attribute) => attribute.name === name);
  if (found === undefined) throw unknownColumn(column, [...COLUMNS, ...attributes.map((other) => other.name)]);
  return found;
}

function attributeKeys(attribute: Attribute, rows: number): SortKeys {
  if (attribute.kind === 'numeric') return attribute.values;
  return textKeys(Array.from({ length: rows }, (_, row) => displayValue(attribute, row)));
}

/** The rows that match a filter, ascending. */
export const filteredRows = (session: DatasetSession, state: ProfileState, filter: ProfileFilter): Int32Array =>
  Int32Array.from(passingRows(session.profiles.ids.length, filterOf(session, state, filter)));

/** One predicate from the parts of a filter that are set. */
function filterOf(
  session: DatasetSession,
  state: ProfileState,
  { text, profiles, attributes = {}, watched, score, reviewed, noted, shaky }: ProfileFilter,
): (row: number) => boolean {
  const { ids, attributes: columns } = session.profiles;
  const parts: ((row: number) => boolean)[] = [];
  if (text !== undefined && text.trim() !== '') {
    const folded = session.keep('folded profile ids', () => ids.map(foldText));
    const wanted = foldText(text.trim());
    parts.push((row) => folded[row]!.includes(wanted));
  }
  if (profiles !== undefined) {
    const chosen = new Set(profiles);
    parts.push((row) => chosen.has(ids[row]!));
  }
  for (const [name, values] of Object.entries(attributes))
    parts.push(attributeFilter(attributeOf(columns, name), values));
  if (watched !== undefined) parts.push((row) => isWithin(session.watched[row]!, watched));
  if (score !== undefined) parts.push((row) => isWithin(state.score?.[row] ?? NaN, score));
  if (reviewed !== undefined) parts.push((row) => state.reviewed.has(ids[row]!) === reviewed);
  if (noted !== undefined) parts.push((row) => state.noted.has(ids[row]!) === noted);
  if (shaky !== undefined) {
    const isMeant = (share: number): boolean => (shaky ? share < SHAKY : share >= SHAKY);
    parts.push((row) => isMeant(state.stability?.[row] ?? NaN));
  }
  return (row) => parts.every((part) => part(row));
}

/** Number of profiles with each value of each attribute; for a set, with each member. In the order of the categories, missing last. */
export function facetsOf(session: DatasetSession): Facet[] {
  const rows = session.profiles.ids.length;
  return session.profiles.attributes.map((attribute) => {
    const counts = new Map<string | null, number>();
    const count = (value: string | null): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
    if (attribute.kind !== 'numeric') for (const category of attribute.categories) counts.set(category, 0);
    for (let row = 0; row < rows; row++)
      if (attribute.kind !== 'set') count(displayValue(attribute, row));
      else if (attribute.offsets[row] === attribute.offsets[row + 1]) count(null);
      else
        for (const code of attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!))
          count(attribute.categories[code]!);
    const values = Array.from(counts, ([value, profiles]) => ({ value, profiles })).filter(
      ({ profiles }) => profiles > 0,
    );
    if (attribute.kind === 'numeric') values.sort((left, right) => Number(left.value) - Number(right.value));
    values.sort((left, right) => Number(left.value === null) - Number(right.value === null));
    return { name: attribute.name, kind: attribute.kind, values };
  });
}

/** The metrics of a run as columns over all profiles. */
export function figuresOf(
  test: TestProfiles | null,
  profiles: number,
): Pick<ProfileState, 'recall' | 'score' | 'targets' | 'hits'> {
  if (test === null) return { recall: null, score: null, targets: null, hits: null };
  const column = (values: Float32Array): Float64Array => {
    const all = new Float64Array(profiles).fill(NaN);
    test.profile.forEach((row, index) => (all[row] = values[index]!));
    return all;
  };
  return { recall: column(test.recall), score: column(test.score), ...foundOf(test, profiles) };
}

/** Measured stabilities of a run as a column over all profiles. */
export function stabilityOf(measured: MeasuredStability | null, profiles: number): Float64Array | null {
  if (measured === null) return null;
  const all = new Float64Array(profiles).fill(NaN);
  measured.rows.forEach((row, index) => (all[row] = measured.shares[index]!));
  return all;
}

function foundOf({ judged, profile, recall }: TestProfiles, profiles: number): Pick<ProfileState, 'targets' | 'hits'> {
  if (judged === null) return { targets: null, hits: null };
  const [targets, hits] = [new Int32Array(profiles), new Int32Array(profiles)];
  profile.forEach((row, index) => {
    const wanted = judged.targets[index]!;
    targets[row] = wanted;
    hits[row] = Math.round(recall[index]! * Math.min(LIST_LENGTH, wanted));
  });
  return { targets, hits };
}
