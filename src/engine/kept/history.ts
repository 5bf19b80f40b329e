/**
 * Earlier states of records that people keep, for undo and redo. They are stored in the same file as the records, so a state and its history are
 * written together. Going back is a change like any other, with its own revision, so no program loses another's change.
 */
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { type RecordContent, type Records, withoutRecord, withRecord } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';

export interface Versioned {
  readonly revision: number;
  readonly changedAt: string | null;
  /** When it came from another workspace; absent for a state of this one. `changedAt` is then what the other one said. */
  readonly arrivedAt?: string | undefined;
  /** The revision that this state repeats, if it was restored. */
  readonly from?: number | undefined;
  /** The revision that it was made from, where that is not the state before it: after a step back, another way was taken. */
  readonly after?: number | undefined;
}

/**
 * Limits for the earlier states: how many of one record, and characters of JSON of a whole file. States from other workspaces go first, then those
 * of this one; of both, those that came first.
 */
const MOST_STATES = 20;
const MOST_CHARACTERS = 1 << 20;

/**
 * Replaces the current state, which becomes an earlier one.
 * @param most how many earlier states of the record are kept
 */
export const withState = <Value extends Versioned>(
  content: RecordContent<Value>,
  key: string,
  value: Value,
  most = MOST_STATES,
): RecordContent<Value> => withStates(content, (_, put) => put(key, value), most);

/**
 * withState for any number of states: copies everything once, and shortens the history once at the end.
 * @param change receives the records with all changes so far; `put` replaces the current state, `putBelow` adds an earlier one, above which the
 * current state of that record gets the next revision
 * @returns the same object if nothing was put
 */
export function withStates<Value extends Versioned>(
  content: RecordContent<Value>,
  change: (
    records: Records<Value>,
    put: (key: string, value: Value) => void,
    putBelow: (key: string, value: Value) => void,
  ) => void,
  most = MOST_STATES,
): RecordContent<Value> {
  const records = new Map(content.records);
  const earlier = new Map(content.earlier);
  let puts = 0;
  let pushes = 0;
  const put = (key: string, value: Value): void => {
    const before = records.get(key);
    const isKept = before?.from !== undefined && stateOf(earlier.get(key), before.from) !== undefined;
    if (before !== undefined && !isKept && most > 0) {
      earlier.set(key, pushed(earlier, key, before, most));
      pushes++;
    }
    records.set(key, value);
    puts++;
  };
  const putBelow = (key: string, value: Value): void => {
    const now = records.get(key);
    if (now === undefined) return put(key, value);
    earlier.set(key, pushed(earlier, key, value, most));
    records.set(key, { ...now, revision: value.revision + 1 });
    puts++;
    pushes++;
  };
  change(records, put, putBelow);
  if (puts === 0) return content;
  return { records, earlier: pushes === 0 ? content.earlier : bounded(earlier) };
}

/** Removes a record; its last state becomes an earlier one, so that it can be restored. */
export function withoutState<Value extends Versioned>(
  { records, earlier }: RecordContent<Value>,
  key: string,
): RecordContent<Value> {
  const before = records.get(key);
  return {
    records: withoutRecord(records, key),
    earlier:
      before === undefined ? earlier : bounded(withRecord(earlier, key, pushed(earlier, key, before, MOST_STATES))),
  };
}

/**
 * An earlier state as a new revision.
 * @param options.read the revision that was read; for a removed record, its `lastRevision`
 * @throws ShelfwiseError `busy` if it was changed meanwhile, `not-found` if that state is no longer stored
 */
export function restored<Value extends Versioned>(
  content: RecordContent<Value>,
  key: string,
  { what, read, to }: { what: Sentence; read: number; to: number },
): Value {
  const last = lastRevision(content, key);
  refuseOverwriting(what, last, read);
  const found = [content.records.get(key), ...(content.earlier.get(key) ?? [])].find((state) => state?.revision === to);
  if (found === undefined) throw new ShelfwiseError('not-found', say('kept.no-such-version', { what }));
  return {
    ...found,
    arrivedAt: undefined,
    revision: last + 1,
    changedAt: new Date().toISOString(),
    from: found.from ?? found.revision,
  };
}

/** The revision of the current state, or of the last state of a removed record; 0 if there never was one. */
export function lastRevision<Value extends Versioned>({ records, earlier }: RecordContent<Value>, key: string): number {
  const revisions = [...(earlier.get(key) ?? []), records.get(key)].map((state) => state?.revision ?? 0);
  return Math.max(0, ...revisions);
}

/** The different states of a record, latest first; `current` marks the current one. */
export function versionsOf<Value extends Versioned>(
  { records, earlier }: RecordContent<Value>,
  key: string,
): (Value & { current: boolean })[] {
  const now = records.get(key);
  const states = [...(earlier.get(key) ?? []), ...(now === undefined ? [] : [now])];
  const different = states.filter(({ from }) => from === undefined || stateOf(states, from) === undefined);
  const counts = now !== undefined && !different.includes(now) ? now.from : now?.revision;
  return different.toReversed().map((state) => ({ ...state, current: state.revision === counts }));
}

/** How many different states are stored, current ones included. */
export const countVersions = <Value extends Versioned>(content: RecordContent<Value>): number =>
  [...new Set([...content.records.keys(), ...content.earlier.keys()])].reduce(
    (count, key) => count + versionsOf(content, key).length,
    0,
  );

const stateOf = <Value extends Versioned>(states: readonly Value[] = [], revision: number): Value | undefined =>
  states.find((state) => state.revision === revision);

const pushed = <Value extends Versioned>(
  earlier: Records<readonly Value[]>,
  key: string,
  state: Value,
  most: number,
): readonly Value[] => {
  const states = [...(earlier.get(key) ?? []), state];
  while (states.length > most) states.splice(Math.max(0, states.findIndex(isForeign)), 1);
  return states;
};

/** Earlier versions stored states of other workspaces with the dates that these had: one in the future is not that of a change here. */
const isForeign = ({ arrivedAt, changedAt }: Versioned): boolean =>
  arrivedAt !== undefined || (changedAt !== null && changedAt > new Date().toISOString());

function bounded<Value extends Versioned>(earlier: Records<readonly Value[]>): Records<readonly Value[]> {
  const known = Array.from(earlier.values())
    .flat()
    .map((state) => {
      const foreign = isForeign(state);
      return { state, foreign, cameAt: state.arrivedAt ?? (foreign ? '' : (state.changedAt ?? '')) };
    });
  // Among states of the same time, those put last come first.
  const lastToGo = known
    .reverse()
    .sort(
      (left, right) =>
        Number(left.foreign) - Number(right.foreign) ||
        (left.cameAt === right.cameAt ? 0 : left.cameAt < right.cameAt ? 1 : -1),
    );
  const kept = new Set<Value>();
  let characters = 0;
  for (const { state } of lastToGo) {
    characters += JSON.stringify(state).length;
    if (characters > MOST_CHARACTERS) break;
    kept.add(state);
  }
  if (kept.size === lastToGo.length) return earlier;
  const remaining = Array.from(earlier, ([key, states]) => [key, states.filter((state) => kept.has(state))] as const);
  return new Map(remaining.filter(([, states]) => states.length > 0));
}
