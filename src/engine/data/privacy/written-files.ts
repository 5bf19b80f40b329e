/**
 * privacy/files.json: files outside the workspace that have IDs of profiles, so that forgetting one can name them: maps, notes and decisions that were
 * handed on, rows with issues, rules for picked profiles, reports, bundles with data. Exports of lists are noted with their run (exports.json).
 */
import * as path from 'node:path';
import * as z from 'zod';
import { changeRecords, fileOf, readRecords, type RecordFamily, withRecord } from '../../storage/record-file';
import { writeUserFile } from '../../storage/user-files';
import type { Workspace } from '../../storage/workspace';

/** By absolute path. */
const writtenSchema = z.object({
  /** Fingerprints of the data set whose profiles it has, and of those that took its place since. */
  data: z.array(z.string()),
  /** When it was last written, ISO 8601. */
  at: z.string(),
});

const FILES: RecordFamily<z.infer<typeof writtenSchema>> = {
  folder: 'privacy',
  only: 'files',
  name: 'files',
  value: writtenSchema,
};

/**
 * Writes a file for the user that has IDs of profiles, and notes where. Noted before it is in place: a file that nobody knows of would stay.
 * @param data the fingerprint of the data set of the profiles
 * @throws ShelfwiseError as `writeUserFile`; `bad-data` and `newer-version` if it cannot be noted; nothing is written then
 */
export async function writeFileOfProfiles<Result>(
  workspace: Workspace,
  data: string,
  out: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<{ path: string; result: Result }> {
  return writeUserFile(workspace, out, async (temporary) => {
    const result = await fill(temporary);
    await changeRecords(fileOf(FILES, workspace), (files) => {
      const place = path.resolve(out);
      const before = files.get(place);
      const all = [...new Set([...(before?.data ?? []), data])];
      return withRecord(files, place, { ...before, data: all, at: new Date().toISOString() });
    });
    return result;
  });
}

/**
 * Paths of files that have profiles of these data sets.
 * @param isGone whether a data set is no longer in the workspace: it may have been one of the same profiles
 * @throws ShelfwiseError `bad-data`, `newer-version`
 */
export async function filesOfProfiles(
  workspace: Workspace,
  datasets: readonly string[],
  isGone: (fingerprint: string) => boolean,
): Promise<string[]> {
  return [...(await readRecords(fileOf(FILES, workspace)))].flatMap(([file, { data }]) =>
    data.some((one) => datasets.includes(one)) || data.every(isGone) ? [file] : [],
  );
}

/** The files have the other profiles still, which are those of the data sets that took the place of these. May be repeated. */
export async function followReplacements(
  workspace: Workspace,
  replacements: Readonly<Record<string, string | null>>,
): Promise<void> {
  const following = (data: readonly string[]): string[] =>
    data.flatMap((one) => (Object.hasOwn(replacements, one) ? (replacements[one] ?? []) : []));
  await changeRecords(fileOf(FILES, workspace), (files) =>
    [...files.values()].some(({ data }) => following(data).some((one) => !data.includes(one)))
      ? new Map(
          Array.from(files, ([file, written]) => {
            const data = [...new Set([...written.data, ...following(written.data)])];
            return [file, { ...written, data }] as const;
          }),
        )
      : files,
  );
}
