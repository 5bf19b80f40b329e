/** segments/<fingerprint>.json and tunings/<fingerprint>.json: segments and tunings saved under a name with a data set. */
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { keptSegmentSchema, keptTuningSchema, type KeptSegment, type KeptTuning } from '../../shared/contract/kept';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { foldText } from '../data/display/rows';
import type { Workspace } from '../storage/workspace';
import {
  adoptContent,
  changeContent,
  readContent,
  readRecords,
  type RecordContent,
  type RecordFile,
} from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import { lastRevision, restored, versionsOf, withoutState, withState } from './history';

export interface Named {
  id: string;
  name: string;
  revision: number;
  changedAt: string;
  from?: number | undefined;
}

/** What segments and tunings differ in. */
export interface Kind<Value extends Named> {
  readonly word: 'tuning' | 'segment';
  readonly folder: (workspace: Workspace) => string;
  readonly value: z.ZodType<Value>;
}

const from = z.int().optional();

export const TUNINGS: Kind<KeptTuning & { from?: number | undefined }> = {
  word: 'tuning',
  folder: ({ tunings }) => tunings,
  value: keptTuningSchema.extend({ from }),
};
export const SEGMENTS: Kind<KeptSegment & { from?: number | undefined }> = {
  word: 'segment',
  folder: ({ segments }) => segments,
  value: keptSegmentSchema.extend({ from }),
};

const namedFile = <Value extends Named>(
  { word, folder, value }: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
): RecordFile<Value> => ({ path: path.join(folder(workspace), `${fingerprint}.json`), name: `${word}s`, value });

const named = ({ word }: Pick<Kind<Named>, 'word'>, name: string): Sentence =>
  say('kept.named', { kind: say(`kind.${word}`), name });

const { compare } = new Intl.Collator('ko', { numeric: true });
const byName = (left: { name: string }, right: { name: string }): number => compare(left.name, right.name);

/** By name. */
export async function listNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
): Promise<Value[]> {
  return Array.from((await readRecords(namedFile(kind, workspace, fingerprint))).values()).sort(byName);
}

/** Gives data that was made from other data what is saved with that, with its history, unless it has or had some of its own. */
export async function adoptNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  before: string,
  after: string,
): Promise<void> {
  await adoptContent(namedFile(kind, workspace, before), namedFile(kind, workspace, after));
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
  let kept: Value | null = null;
  await changeContent(namedFile(kind, workspace, fingerprint), (content) => {
    const before = content.records.get(id);
    refuseOverwriting(named(kind, given.name), before?.revision ?? 0, revision);
    refuseTakenName(kind, content, { id, name: given.name });
    const { from: _, ...there }: Partial<Named> = before ?? {};
    kept = { ...there, ...given, id, revision: revision + 1, changedAt: new Date().toISOString() } as unknown as Value;
    return withState(content, id, kept);
  });
  return kept!;
}

/** @throws ShelfwiseError `busy` if it was changed meanwhile; does nothing if it is already gone */
export async function removeNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  { id, revision }: { id: string; revision: number },
): Promise<void> {
  await changeContent(namedFile(kind, workspace, fingerprint), (content) => {
    const known = content.records.get(id);
    if (known === undefined) return content;
    refuseOverwriting(named(kind, known.name), known.revision, revision);
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
  const content = await readContent(namedFile(kind, workspace, fingerprint));
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
export async function restoreNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  { id, revision, to }: { id: string; revision: number; to: number },
): Promise<Value> {
  let value: Value | null = null;
  await changeContent(namedFile(kind, workspace, fingerprint), (content) => {
    const name = (content.records.get(id) ?? content.earlier.get(id)?.at(-1))?.name ?? id;
    const step = restored(content, id, { what: named(kind, name), read: revision, to });
    refuseTakenName(kind, content, step.value);
    value = step.value;
    return step.content;
  });
  return value!;
}
