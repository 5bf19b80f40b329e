/**
 * A JSON file of records that people keep (reviews, notes, segments, tunings, labels, rules, marks, the queue). Several programs may write it at the
 * same time, so each change reads, changes and writes the file while the others wait. Fields that this version does not know stay as they are.
 *
 * Records live in a Map and are written key by key: IDs come from the user's files, and `__proto__` and `constructor` are IDs like any other.
 */
import * as path from 'node:path';
import * as z from 'zod';
import type { WorkspaceFolder } from '../../shared/processes/workspace-folders';
import { say } from '../../shared/words/sentence';
import { whileClaimed } from './claim';
import { makeFolder, writeJson } from './files';
import { contentOf, keepingUnknown, type KeptKind, readKept, withoutUnknown } from './kept-file';
import { breaksSeal, ofRevision, sealed } from './seal';
import type { Workspace } from './workspace';

export type Records<Value> = ReadonlyMap<string, Value>;

/** Describes a file of records; `name` is the key that holds them. */
export interface RecordFile<Value> {
  readonly path: string;
  readonly name: string;
  readonly value: z.ZodType<Value>;
  /** Whether a newer version wrote a record, if the file's own `formatVersion` does not say. */
  readonly isNewer?: (record: unknown) => boolean;
  /** A record as it is written, if that is not the record as it is used. */
  readonly asStored?: (record: Value) => Value;
  /** Whether the file holds secrets: then only its owner may read it, whatever its folder allows. */
  readonly isSecret?: true;
}

/** Files of records of one kind in a workspace: one for each data set, unless it says the name of its only one. */
export interface RecordFamily<Value> extends Omit<RecordFile<Value>, 'path'> {
  readonly folder: WorkspaceFolder;
  readonly only?: string;
}

/** @param fingerprint of the data set, where each has a file */
export const fileOf = <Value>(
  { folder, only, ...kind }: RecordFamily<Value>,
  workspace: Workspace,
  fingerprint = only,
): RecordFile<Value> => ({ ...kind, path: path.join(workspace[folder], `${fingerprint}.json`) });

const FORMAT_VERSION = 1;
const OWNER_ALONE = { mode: 0o600, forUser: true };

/** Everything that a file of records holds. */
export interface RecordContent<Value> {
  readonly records: Records<Value>;
  /** Earlier states by record, the latest last, including removed records. See history.ts. */
  readonly earlier: Records<readonly Value[]>;
}

interface Stored<Value> extends RecordContent<Value> {
  /** Goes up by one with every change of the file. */
  readonly revision: number;
  /** The fields of the file, known and unknown. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const NOTHING = { revision: 0, fields: {} } as const;

/** An object as a Map of its own keys, whatever their names. */
const entriesOf = <Value>(value: z.ZodType<Value>): z.ZodType<Records<Value>> =>
  z
    .custom<object>((given) => typeof given === 'object' && given !== null && !Array.isArray(given))
    .transform((given, context): Records<Value> => {
      const records = new Map<string, Value>();
      for (const [key, one] of Object.entries(given)) {
        const parsed = value.safeParse(one);
        if (parsed.success) records.set(key, parsed.data);
        else context.addIssue({ code: 'custom', message: `${key}: ${z.prettifyError(parsed.error)}`, path: [key] });
      }
      return records;
    });

const kindOf = <Content>(
  { path: file, name, isNewer }: Pick<RecordFile<unknown>, 'path' | 'name' | 'isNewer'>,
  schema: z.ZodType<Content>,
): KeptKind<Content> => ({
  schema,
  version: FORMAT_VERSION,
  what: file,
  damaged: () => say('kept.damaged', { file, name }),
  changed: (raw) => (breaksSeal(raw, ofRevision) ? say('kept.broken-seal', { file, name }) : null),
  ...(isNewer && { isNewer: (raw: unknown) => recordsOf(raw, name).some(isNewer) }),
});

/** Present and earlier records of a file whose schema has not been checked yet. */
function recordsOf(raw: unknown, name: string): unknown[] {
  const fields = z.record(z.string(), z.unknown()).safeParse(raw).data ?? {};
  const all = [fields[name], fields['earlier']].map((part) => (typeof part === 'object' && part !== null ? part : {}));
  return all.flatMap((part) => Object.values(part)).flat();
}

const shapeOf = <Value>(name: string, value: z.ZodType<Value>) => ({ revision: z.int(), [name]: entriesOf(value) });

async function readStored<Value>(file: RecordFile<Value>): Promise<Stored<Value>> {
  const { name } = file;
  const value = keepingUnknown(file.value);
  const schema = z
    .looseObject({ ...shapeOf(name, value), earlier: entriesOf(z.array(value)).optional() })
    .transform((fields): Stored<Value> => ({
      revision: fields['revision'] as number,
      fields,
      records: fields[name] as Records<Value>,
      earlier: (fields['earlier'] as Records<readonly Value[]> | undefined) ?? new Map(),
    }));
  const stored = contentOf(await readKept(file.path, kindOf(file, schema)));
  return stored ?? { ...NOTHING, records: new Map(), earlier: new Map() };
}

/**
 * Records and their earlier states, without fields that this version does not know.
 * @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it
 */
export async function readContent<Value>(file: RecordFile<Value>): Promise<RecordContent<Value>> {
  const { records, earlier } = await readStored(file);
  const known = withoutUnknown(file.value);
  return {
    records: new Map(Array.from(records, ([key, one]) => [key, known.parse(one)])),
    earlier: new Map(Array.from(earlier, ([key, states]) => [key, states.map((one) => known.parse(one))])),
  };
}

/** The records alone, without their history: lists read them often. */
export async function readRecords<Value>(file: RecordFile<Value>): Promise<Records<Value>> {
  const schema = z.object(shapeOf(file.name, withoutUnknown(file.value)));
  const fields = contentOf(await readKept(file.path, kindOf(file, schema)));
  return fields === null ? new Map() : (fields[file.name] as Records<Value>);
}

/**
 * If another program was faster, reads its change first and calls `change` again.
 * @param change returns the new content, or the same object if nothing changes; it spreads the existing record, so that fields which this version
 * does not know stay. If it throws, the file stays as it is
 */
export async function changeContent<Value>(
  file: RecordFile<Value>,
  change: (content: RecordContent<Value>) => RecordContent<Value>,
): Promise<void> {
  await makeFolder(path.dirname(file.path));
  const before = await readStored(file);
  const wanted = change(before);
  if (wanted === before) return;
  await whileClaimed(file.path, async (claim) => {
    const now = await readStored(file);
    const changed = now.revision === before.revision ? wanted : change(now);
    if (changed !== now)
      await writeJson(file.path, asJson(file, now, changed), { claim, ...(file.isSecret === true && OWNER_ALONE) });
  });
}

/**
 * Copies all records of a file with their history into another one that has and had none of its own.
 * @param fit what the other file may take of each state
 * @returns whether it took them
 */
export async function adoptContent<Value>(
  from: RecordFile<Value>,
  to: RecordFile<Value>,
  fit: (value: Value) => Value = (value) => value,
): Promise<boolean> {
  const { records, earlier } = await readContent(from);
  if (records.size === 0) return false;
  const content = {
    records: new Map(Array.from(records, ([key, value]) => [key, fit(value)])),
    earlier: new Map(Array.from(earlier, ([key, states]) => [key, states.map(fit)])),
  };
  let adopted = false;
  await changeContent(to, (there) => {
    adopted = there.records.size + there.earlier.size === 0;
    return adopted ? content : there;
  });
  return adopted;
}

/** changeContent for records whose earlier states are not kept. */
export async function changeRecords<Value>(
  file: RecordFile<Value>,
  change: (records: Records<Value>) => Records<Value>,
): Promise<void> {
  await changeContent(file, (content) => {
    const records = change(content.records);
    return records === content.records ? content : { ...content, records };
  });
}

function asJson<Value>(
  { name, asStored = (record) => record }: RecordFile<Value>,
  { fields, revision }: Stored<Value>,
  { records, earlier }: RecordContent<Value>,
): object {
  const { earlier: _, ...others } = fields;
  const present = Array.from(records, ([key, record]) => [key, asStored(record)] as const);
  const before = Array.from(earlier, ([key, states]) => [key, states.map(asStored)] as const);
  const content = {
    ...others,
    formatVersion: FORMAT_VERSION,
    revision: revision + 1,
    [name]: Object.fromEntries(present),
    ...(before.length > 0 && { earlier: Object.fromEntries(before) }),
  };
  return sealed(content, ofRevision(content));
}

/** Records with one added or replaced. */
export const withRecord = <Value>(records: Records<Value>, key: string, value: Value): Records<Value> =>
  new Map(records).set(key, value);

/** Records without one. */
export function withoutRecord<Value>(records: Records<Value>, key: string): Records<Value> {
  const others = new Map(records);
  others.delete(key);
  return others;
}
