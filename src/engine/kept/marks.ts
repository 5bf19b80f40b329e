/** marks/runs.json: names, stars and notes of runs. Kept beside the records, because those are sealed. */
import * as path from 'node:path';
import { type Run, type RunMarks, runMarksSchema } from '../../shared/contract/run-life';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { changeRecords, readRecords, type RecordFile, type Records, withRecord } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import type { Workspace } from '../storage/workspace';

const UNMARKED: RunMarks = { name: null, starred: false, archived: false, note: '', revision: 0, changedAt: null };

const fileOf = ({ marks }: Workspace): RecordFile<RunMarks> => ({
  path: path.join(marks, 'runs.json'),
  name: 'runs',
  value: runMarksSchema,
});

interface MarksOfRuns {
  /** By run ID. */
  readonly marks: Records<RunMarks>;
  /** Why the marks in the file cannot be shown. */
  readonly problem: ShelfwiseError | null;
}

/** For lists of runs: a file of marks that cannot be read hides no run. Changing marks is refused. */
export async function readMarks(workspace: Workspace): Promise<MarksOfRuns> {
  try {
    return { marks: await readRecords(fileOf(workspace)), problem: null };
  } catch (thrown) {
    const { code, message, said = [message] } = toShelfwiseError(thrown);
    const problem = new ShelfwiseError(code, [...said, say('version.marks-left-out')], { cause: thrown });
    return { marks: new Map(), problem };
  }
}

/** The record with its marks, for display. */
export function withMarks(record: RunRecord, all: MarksOfRuns): Run {
  const marks = all.marks.get(record.runId) ?? UNMARKED;
  return { ...record, name: marks.name ?? record.name, marks };
}

/**
 * @param change absent fields stay as they are; `revision` is that of what was read
 * @throws ShelfwiseError `busy` if the marks were changed meanwhile
 */
export async function markRun(
  workspace: Workspace,
  runId: string,
  { revision, ...change }: { revision: number } & Partial<Omit<RunMarks, 'revision' | 'changedAt'>>,
): Promise<RunMarks> {
  let marked = UNMARKED;
  await changeRecords(fileOf(workspace), (all) => {
    const before = all.get(runId) ?? UNMARKED;
    refuseOverwriting(say('kept.marks', { run: runId }), before.revision, revision);
    marked = { ...before, ...change, revision: revision + 1, changedAt: new Date().toISOString() };
    return withRecord(all, runId, marked);
  });
  return marked;
}
