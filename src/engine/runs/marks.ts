/** marks/runs.json: names, stars, notes of runs. Beside the records, because those are sealed. */
import * as path from 'node:path';
import { type Run, type RunMarks, runMarksSchema, type RunRecord } from '../../shared/contract';
import { say } from '../../shared/sentences/sentence';
import { changeRecords, readRecords, type RecordFile, type Records } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import type { Workspace } from '../storage/workspace';

const UNMARKED: RunMarks = { name: null, starred: false, archived: false, note: '', revision: 0, changedAt: null };

const fileOf = ({ marks }: Workspace): RecordFile<RunMarks> => ({
  path: path.join(marks, 'runs.json'),
  name: 'runs',
  value: runMarksSchema,
});

/** By run id. @throws ShelfwiseError `bad-data` where the file is damaged */
export const readMarks = (workspace: Workspace): Promise<Records<RunMarks>> => readRecords(fileOf(workspace));

/** The record as it is shown. */
export function withMarks(record: RunRecord, all: Records<RunMarks>): Run {
  const marks = all[record.runId] ?? UNMARKED;
  return { ...record, name: marks.name ?? record.name, marks };
}

/**
 * @param change what is absent stays as it is; `revision` is that of what was read
 * @throws ShelfwiseError `busy` where somebody else changed the marks meanwhile
 */
export async function markRun(
  workspace: Workspace,
  runId: string,
  { revision, ...change }: { revision: number } & Partial<Omit<RunMarks, 'revision' | 'changedAt'>>,
): Promise<RunMarks> {
  let marked = UNMARKED;
  await changeRecords(fileOf(workspace), (all) => {
    const before = all[runId] ?? UNMARKED;
    refuseOverwriting(say('kept.marks', { run: runId }), before.revision, revision);
    marked = { ...before, ...change, revision: revision + 1, changedAt: new Date().toISOString() };
    return { ...all, [runId]: marked };
  });
  return marked;
}
