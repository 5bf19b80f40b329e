/** refreshes/unattended.json: by whose word refreshes write files of lists that nobody has approved. */
import {
  changeRecords,
  fileOf,
  readRecords,
  type RecordFamily,
  withoutRecord,
  withRecord,
} from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';
import { type Unattended, unattendedSchema } from '../contract/refresh';

/** One record, or none: the setting is that of a workspace. */
const KEY = 'refreshes';

const UNATTENDED: RecordFamily<Unattended> = {
  folder: 'refreshes',
  only: 'unattended',
  name: 'unattended',
  value: unattendedSchema,
};

/**
 * Null where lists wait for an approval, as in every new workspace, and in those of 1.0.
 * @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it: neither lets a list leave
 */
export const readUnattended = async (workspace: Workspace): Promise<Unattended | null> =>
  (await readRecords(fileOf(UNATTENDED, workspace))).get(KEY) ?? null;

/** @param by the person whose word it is; null ends it */
export async function letUnattended(workspace: Workspace, by: string | null): Promise<Unattended | null> {
  const set = by === null ? null : { by, at: new Date().toISOString() };
  await changeRecords(fileOf(UNATTENDED, workspace), (records) =>
    set === null ? (records.has(KEY) ? withoutRecord(records, KEY) : records) : withRecord(records, KEY, set),
  );
  return set;
}

/** Takes a name out; the setting stays, since a refresh that suddenly waits would be noticed by nobody. */
export const withoutName = (workspace: Workspace, isIn: (text: string) => boolean): Promise<void> =>
  changeRecords(fileOf(UNATTENDED, workspace), (records) => {
    const set = records.get(KEY);
    return set === undefined || !isIn(set.by) ? records : withRecord(records, KEY, { ...set, by: '' });
  });
