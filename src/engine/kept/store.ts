/**
 * The one way to what people keep by revision: reading a state, changing it, its history, going back, and handing all on to other data. Each kind is a
 * row that says what it is (`KeptFamily`); its own file has what only it can tell.
 */
import type { Sentence } from '../../shared/words/sentence';
import {
  changeContent,
  fileOf,
  readContent,
  readRecords,
  type RecordContent,
  type RecordFamily,
  type RecordFile,
} from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import type { Workspace } from '../storage/workspace';
import { restored, type Versioned, versionsOf, withState } from './history';

export interface KeptFamily<Value extends Versioned> extends RecordFamily<Value> {
  /** A record in sentences. @param state of it, as far as it is known */
  readonly what: (at: { readonly fingerprint: string; readonly key: string }, state: Partial<Value>) => Sentence;
  /** How many earlier states of a record are kept, where it is not the usual number; 0 for none. */
  readonly most?: number;
  /** What stood there before the first change, where that is a version to go back to. */
  readonly beginning?: Value;
}

/** A record of a data set, or of the only file of its kind. */
export interface Place {
  readonly workspace: Workspace;
  readonly fingerprint?: string;
  readonly key: string;
}

const fileAt = <Value extends Versioned>(
  kept: KeptFamily<Value>,
  { workspace, fingerprint }: Place,
): RecordFile<Value> => fileOf(kept, workspace, fingerprint);

/** Undefined where nothing is kept. @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it */
export const readState = async <Value extends Versioned>(
  kept: KeptFamily<Value>,
  at: Place,
): Promise<Value | undefined> => (await readRecords(fileAt(kept, at))).get(at.key);

/**
 * Changes a record, which gets the next revision; fields that the change does not name stay.
 * @param change.to answers what changes, or null if nothing does; may refuse by throwing
 * @param change.read the revision of what was read, 0 if there was nothing; absent where it does not matter
 * @param change.as what the record is called in sentences, where that is not what was there
 * @returns the record from now on; undefined if nothing is kept and nothing changed
 * @throws ShelfwiseError `busy` if it was changed meanwhile
 */
export async function changeState<Value extends Versioned>(
  kept: KeptFamily<Value>,
  at: Place,
  change: {
    readonly to: (before: Value | undefined, content: RecordContent<Value>) => Partial<Value> | null;
    readonly read?: number | undefined;
    readonly as?: Partial<Value>;
  },
): Promise<Value | undefined> {
  let state: Value | undefined;
  await changeContent(fileAt(kept, at), (content) => {
    state = content.records.get(at.key);
    const revision = state?.revision ?? 0;
    if (change.read !== undefined)
      refuseOverwriting(kept.what({ fingerprint: '', ...at }, change.as ?? state ?? {}), revision, change.read);
    const changed = change.to(state, content);
    if (changed === null) return content;
    // A new state repeats none, whatever the one before it did.
    const version: Versioned = {
      revision: revision + 1,
      changedAt: new Date().toISOString(),
      from: undefined,
      arrivedAt: undefined,
      after: changed.after,
    };
    state = { ...state, ...changed, ...version } as Value;
    return withState(withBeginning(kept, content, at.key), at.key, state, kept.most);
  });
  return state;
}

const withBeginning = <Value extends Versioned>(
  { beginning }: KeptFamily<Value>,
  content: RecordContent<Value>,
  key: string,
): RecordContent<Value> =>
  beginning === undefined || content.records.size + content.earlier.size > 0
    ? content
    : { ...content, earlier: new Map([[key, [beginning]]]) };

/** The earlier states, latest first; `revision` is the present one, for the next change. */
export async function historyOf<Value extends Versioned>(
  kept: KeptFamily<Value>,
  at: Place,
): Promise<{ revision: number; versions: (Value & { current: boolean })[] }> {
  const content = await readContent(fileAt(kept, at));
  return { revision: content.records.get(at.key)?.revision ?? 0, versions: versionsOf(content, at.key) };
}

/**
 * Restores an earlier state, or what was removed, as a new revision.
 * @param step.revision of what was read; for a removed record, its last one
 * @param finish what else the restored state gets; may refuse by throwing
 * @throws ShelfwiseError `busy` if it was changed meanwhile, `not-found` if that version is no longer stored
 */
export async function restoreState<Value extends Versioned>(
  kept: KeptFamily<Value>,
  at: Place,
  { revision, to }: { readonly revision: number; readonly to: number },
  finish: (state: Value, content: RecordContent<Value>) => Value = (state) => state,
): Promise<Value> {
  let state: Value;
  await changeContent(fileAt(kept, at), (content) => {
    const known = content.records.get(at.key) ?? content.earlier.get(at.key)?.at(-1) ?? {};
    state = finish(
      restored(content, at.key, { what: kept.what({ fingerprint: '', ...at }, known), read: revision, to }),
      content,
    );
    return withState(content, at.key, state, kept.most);
  });
  return state!;
}
