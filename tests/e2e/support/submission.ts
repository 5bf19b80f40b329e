/** Reads a submission like the contest's own reader, independent of the program. */
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { expect } from 'vitest';

export interface SubmissionRow {
  profile: string;
  items: string[];
}

/** @throws if a line is no profile with a list */
export async function readSubmission(file: string): Promise<{ header: string; rows: SubmissionRow[] }> {
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\n');
  if (lines.pop() !== '') throw new Error('The last line is cut off.');
  const rows = lines.map((line) => {
    const fields = /^(\d+),"\[(.*)\]"$/.exec(line);
    if (fields === null) throw new Error(`No profile with a list: ${line}`);
    return { profile: fields[1]!, items: fields[2]!.split(', ') };
  });
  return { header: header!, rows };
}

/** One field of every row of a table without newlines in fields, as IDs without decimals. */
export async function idsIn(file: string, column = 0): Promise<string[]> {
  const lines = (await readFile(file, 'latin1')).split(/\r?\n/).slice(1);
  return lines.filter((line) => line !== '').map((line) => (line.split(',')[column] ?? '').replace(/\.0$/, ''));
}

const submissionOf = (folder: string): string => path.join(folder, 'sample_submission.csv');

/** Number of profiles that a folder's data asks lists for. */
export const submittedProfiles = async (folder: string): Promise<number> => (await idsIn(submissionOf(folder))).length;

/** Expects a list for each requested profile, in order: 25 distinct titles of the folder. */
export async function expectSubmission(file: string, folder: string): Promise<void> {
  const { header, rows } = await readSubmission(file);
  expect(header).toBe('profile_id,predicted_list');
  expect(rows.map(({ profile }) => profile)).toEqual(await idsIn(submissionOf(folder)));
  const known = new Set([
    ...(await idsIn(path.join(folder, 'meta_data.csv'))),
    ...(await idsIn(path.join(folder, 'history_data.csv'), 4)),
  ]);
  for (const { profile, items } of rows) {
    expect(new Set(items).size, profile).toBe(25);
    expect(items.filter((item) => !known.has(item))).toEqual([]);
  }
}
