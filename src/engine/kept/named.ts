/** segments/<fingerprint>.json and tunings/<fingerprint>.json: what was given a name and kept with a data set. */
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import type * as z from 'zod';
import { keptSegmentSchema, keptTuningSchema, type KeptSegment, type KeptTuning } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import { foldText } from '../grid/rows';
import type { Workspace } from '../storage/workspace';
import { changeRecords, readRecords, type RecordFile } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';

interface Named {
  id: string;
  name: string;
  revision: number;
  changedAt: string;
}

/** One kind of named things. */
interface Kind<Value extends Named> {
  readonly word: 'tuning' | 'segment';
  readonly folder: (workspace: Workspace) => string;
  readonly value: z.ZodType<Value>;
}

export const TUNINGS: Kind<KeptTuning> = {
  word: 'tuning',
  folder: ({ tunings }) => tunings,
  value: keptTuningSchema,
};
export const SEGMENTS: Kind<KeptSegment> = {
  word: 'segment',
  folder: ({ segments }) => segments,
  value: keptSegmentSchema,
};

const fileOf = <Value extends Named>(
  { word, folder, value }: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
): RecordFile<Value> => ({ path: path.join(folder(workspace), `${fingerprint}.json`), name: `${word}s`, value });

const named = ({ word }: Pick<Kind<Named>, 'word'>, name: string): Sentence =>
  say('kept.named', { kind: say(`kind.${word}`), name });

/** By name. */
export async function listNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
): Promise<Value[]> {
  const kept = Object.values(await readRecords(fileOf(kind, workspace, fingerprint)));
  const { compare } = new Intl.Collator('ko', { numeric: true });
  return kept.sort((left, right) => compare(left.name, right.name));
}

/**
 * Keeps something new, or changes what is kept.
 * @param given without an id it is new; with one, `revision` is that of what was read
 * @throws ShelfwiseError `usage` for a name that is taken, `busy` where somebody else changed it meanwhile
 */
export async function keepNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  given: Omit<Value, keyof Named> & { name: string; id?: string | undefined; revision?: number | undefined },
): Promise<Value> {
  const { id = randomBytes(6).toString('hex'), revision = 0 } = given;
  const kept = { ...given, id, revision: revision + 1, changedAt: new Date().toISOString() } as unknown as Value;
  await changeRecords(fileOf(kind, workspace, fingerprint), (records) => {
    refuseOverwriting(named(kind, given.name), records[id]?.revision ?? 0, revision);
    const folded = foldText(given.name);
    if (Object.values(records).some((other) => other.id !== id && foldText(other.name) === folded))
      throw new ShelfwiseError('usage', say('kept.name-taken', { kind: say(`kind.${kind.word}`), name: given.name }));
    return { ...records, [id]: kept };
  });
  return kept;
}

/** @throws ShelfwiseError `busy` where somebody else changed it meanwhile; nothing happens where it is gone already */
export async function removeNamed<Value extends Named>(
  kind: Kind<Value>,
  workspace: Workspace,
  fingerprint: string,
  { id, revision }: { id: string; revision: number },
): Promise<void> {
  await changeRecords(fileOf(kind, workspace, fingerprint), (records) => {
    const known = records[id];
    if (known === undefined) return records;
    refuseOverwriting(named(kind, known.name), known.revision, revision);
    const { [id]: _, ...others } = records;
    return others;
  });
}
