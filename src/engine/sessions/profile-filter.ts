/** Filters profiles by what lies in the data set, in a run, and in what people keep. */
import type { ProfileFilter } from '../../shared/contract/profiles';
import { SHAKY } from '../../shared/limits';
import { attributeFilter } from '../data/display/attribute-filter';
import { foldText, isWithin, passingRows, unknownColumn } from '../data/display/rows';
import type { Attribute } from '../data/tables';
import type { MeasuredStability } from '../runs/stability-file';
import { hitsOf, type TestProfiles } from '../runs/test-profiles-file';
import type { DatasetSession } from './dataset-session';

const COLUMNS = ['profile', 'watched', 'lastActive', 'recall', 'score', 'stability', 'reviewed', 'noted'];
/** Prefix for columns of attributes, which may be omitted if no other column has the attribute's name. */
const ATTRIBUTE = 'attributes.';

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

/** The rows that match a filter, ascending. */
export const filteredRows = (session: DatasetSession, state: ProfileState, filter: ProfileFilter): Int32Array =>
  Int32Array.from(passingRows(session.profiles.ids.length, passesFilter(session, state, filter)));

/** One predicate from the parts of a filter that are set. */
export function passesFilter(
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

export function attributeOf(attributes: readonly Attribute[], column: string): Attribute {
  const name = column.startsWith(ATTRIBUTE) ? column.slice(ATTRIBUTE.length) : column;
  const found = attributes.find((attribute) => attribute.name === name);
  if (found === undefined) throw unknownColumn(column, [...COLUMNS, ...attributes.map((other) => other.name)]);
  return found;
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

function foundOf(tested: TestProfiles, profiles: number): Pick<ProfileState, 'targets' | 'hits'> {
  const { judged, profile } = tested;
  const [targets, hits] = [new Int32Array(profiles), new Int32Array(profiles)];
  profile.forEach((row, index) => {
    targets[row] = judged.targets[index]!;
    hits[row] = hitsOf(tested, judged, index);
  });
  return { targets, hits };
}
