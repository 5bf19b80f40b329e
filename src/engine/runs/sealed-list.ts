/**
 * A list of records in the folder of a run that programs add to (approvals.json, exports.json). Each record has its own hash, as others that people
 * keep have one of their whole file: Shelfwise 1.0 adds records without one and leaves the others as they are. Only forgetting changes a record, and it
 * writes forgotten.json: a hash from before that says nothing.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { say, type Sentence } from '../../shared/words/sentence';
import type { Held } from '../storage/claim';
import { writeJson } from '../storage/files';
import { contentOf, keepingUnknown, type KeptKind, readKept } from '../storage/kept-file';
import { breaksSeal, sealed } from '../storage/seal';
import { readForgottenRunUnlessDamaged } from './forgotten-run';

/** Describes such a list; `name` is what the records are called in sentences about the file. */
interface ListInRun<Value extends object> {
  readonly file: string;
  readonly name: string;
  readonly value: z.ZodType<Value>;
  /** The most that a file may have. */
  readonly most?: number;
  readonly damaged: (part: Sentence) => Sentence;
}

/** When a profile was last forgotten in a run. @throws ShelfwiseError `newer-version` */
const forgottenAtOf = async (folder: string): Promise<string | null> =>
  (await readForgottenRunUnlessDamaged(folder))?.forgottenAt ?? null;

const breaksOne = (records: unknown, forgottenAt: string | null): boolean =>
  Array.isArray(records) && records.some((one) => breaksSeal(one, () => ({ forgottenAt })));

/** Whether a record of a parsed list is not as it was written. @throws ShelfwiseError `newer-version` */
export const breaksListSeal = async (folder: string, records: unknown): Promise<boolean> =>
  breaksOne(records, await forgottenAtOf(folder));

/** How a list is read from its file. @throws ShelfwiseError `newer-version` */
export async function listKind<Value extends object>(
  folder: string,
  { file, name, value, most = Infinity, damaged }: ListInRun<Value>,
): Promise<KeptKind<Value[]>> {
  const part = say('run.file', { file, run: path.basename(folder) });
  const forgottenAt = await forgottenAtOf(folder);
  return {
    schema: z.array(keepingUnknown(value).transform(withoutSeal)).max(most),
    what: part,
    damaged: () => damaged(part),
    changed: (raw) => (breaksOne(raw, forgottenAt) ? say('kept.broken-seal', { file: part, name }) : null),
  };
}

/** The records in the order of the file. @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it */
export const readList = async <Value extends object>(folder: string, list: ListInRun<Value>): Promise<Value[]> =>
  contentOf(await readKept(path.join(folder, list.file), await listKind(folder, list))) ?? [];

/** @param forgottenAt of the forgetting that is at work and will say so in forgotten.json; left out, nothing is being forgotten */
export async function writeList(
  folder: string,
  { file }: Pick<ListInRun<object>, 'file'>,
  records: readonly object[],
  { claim, forgottenAt }: { claim: Held; forgottenAt?: string },
): Promise<void> {
  const state = { forgottenAt: forgottenAt ?? (await forgottenAtOf(folder)) };
  await writeJson(
    path.join(folder, file),
    records.map((record) => sealed(record, state)),
    { claim },
  );
}

function withoutSeal<Value extends object>(record: Value): Value {
  const { seal: _, ...others } = record as Value & { seal?: unknown };
  return others as Value;
}
