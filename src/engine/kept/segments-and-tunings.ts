/** segments/<fingerprint>.json and tunings/<fingerprint>.json: segments and tunings saved under a name with a data set. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { keptSegmentSchema, keptTuningSchema } from '../../shared/contract/kept';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { foldText } from '../data/display/rows';
import type { Workspace } from '../storage/workspace';
import { changeContent, fileOf, readContent, readRecords, type RecordContent } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import { lastRevision, versionsOf, withoutState } from './history';
import { changeState, type KeptFamily, restoreState } from './store';

type Word = 'tuning' | 'segment' | 'aim';

export interface Named {
  id: string;
  name: string;
  revision: number;
  changedAt: string;
  from?: number | undefined;
}

/** What segments, tunings and aims differ in. */
export interface Kind<Value extends Named> extends KeptFamily<Value> {
  readonly word: Word;
}

/** The revision that a restored state was made from. */
export const from = z.int().optional();

export const kindOf = <Value extends Named>(word: Word, value: z.ZodType<Value>): Kind<Value> => ({
  word,
  folder: `${word}s`,
  name: `${word}s`,
  value,
  what: ({ key }, { name = key }) => say('kept.named', { kind: say(`kind.${word}`), name }),
});

export const TUNINGS = kindOf('tuning', keptTuningSchema.extend({ from }));
export const SEGMENTS = kindOf('segment', keptSegmentSchema.extend({ from }));

const { compare } = new Intl.Collator('ko', { numeric: true });
const byName = (left: { name: string }, right: { name: string }): number => compare(left.name, right.name);

/** By name. */
export async function listNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
): Promise<Value[]> {
  return Array.from((await readRecords(fileOf(kind, workspace, fingerprint))).values()).sort(byName);
}

function refuseTakenName<Value extends Named>(
  { word }: Kind<Value>,
  { records }: RecordContent<Value>,
  { id, name }: { id: string; name: string },
): void {
  const folded = foldText(name);
  if (Array.from(records.values()).some((other) => other.id !== id && foldText(other.name) === folded))
    throw new ShelfwiseError('usage', say('kept.name-taken', { kind: say(`kind.${word}`), name }));
}

/**
 * Saves something new, or changes what is saved.
 * @param given new without an ID; with one, `revision` is that of what was read
 * @throws ShelfwiseError `usage` for a name that is taken, `busy` if it was changed meanwhile
 */
export async function keepNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  given: Omit<Value, keyof Named> & { name: string; id?: string | undefined; revision?: number | undefined },
): Promise<Value> {
  const { id = randomBytes(6).toString('hex'), revision = 0 } = given;
  const changed = { ...given, id } as unknown as Value;
  const kept = await changeState(
    kind,
    { workspace, fingerprint, key: id },
    {
      read: revision,
      as: changed,
      to: (_, content) => {
        refuseTakenName(kind, content, changed);
        return changed;
      },
    },
  );
  return kept!;
}

/** @throws ShelfwiseError `busy` if it was changed meanwhile; does nothing if it is already gone */
export async function removeNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  { id, revision }: { id: string; revision: number },
): Promise<void> {
  await changeContent(fileOf(kind, workspace, fingerprint), (content) => {
    const known = content.records.get(id);
    if (known === undefined) return content;
    refuseOverwriting(kind.what({ fingerprint, key: id }, known), known.revision, revision);
    return withoutState(content, id);
  });
}

/** For each saved one, and each recently removed one: its earlier states, latest first. By name. */
export async function historiesOfNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
): Promise<
  { id: string; name: string; removed: boolean; revision: number; versions: (Value & { current: boolean })[] }[]
> {
  const content = await readContent(fileOf(kind, workspace, fingerprint));
  const ids = [...new Set([...content.records.keys(), ...content.earlier.keys()])];
  const histories = ids.flatMap((id) => {
    const versions = versionsOf(content, id);
    const name = (content.records.get(id) ?? versions[0])?.name;
    const removed = !content.records.has(id);
    return name === undefined ? [] : [{ id, name, removed, revision: lastRevision(content, id), versions }];
  });
  return histories.sort(byName);
}

/**
 * Restores an earlier state, or what was removed, as a new revision.
 * @param options.revision that of what was read
 * @throws ShelfwiseError `busy` if it was changed meanwhile, `not-found` if that version is no longer stored, `usage` if another one now has its
 * name
 */
export const restoreNamed = <Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  { id, ...step }: { id: string; revision: number; to: number },
): Promise<Value> =>
  restoreState(kind, { workspace, fingerprint, key: id }, step, (value, content) => {
    refuseTakenName(kind, content, value);
    return value;
  });
