/** marks/runs.json: names, stars and notes of runs, and which one is in use. Kept beside the records, because those are sealed. */
import { type Run, type RunMarks, runMarksSchema } from '../../shared/contract/run-life';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { changeRecords, fileOf, readRecords, type Records, withRecord } from '../storage/record-file';
import type { Workspace } from '../storage/workspace';
import { changeState, type KeptFamily } from './store';

const UNMARKED: RunMarks = { name: null, starred: false, archived: false, note: '', revision: 0, changedAt: null };

/** By run ID. */
const MARKS: KeptFamily<RunMarks> = {
  folder: 'marks',
  only: 'runs',
  name: 'runs',
  value: runMarksSchema,
  what: ({ key }) => say('kept.marks', { run: key }),
  most: 0,
};

interface MarksOfRuns {
  /** By run ID. */
  readonly marks: Records<RunMarks>;
  /** Why the marks in the file cannot be shown. */
  readonly problem: ShelfwiseError | null;
}

/** For lists of runs: a file of marks that cannot be read hides no run. Changing marks is refused. */
export async function readMarks(workspace: Workspace): Promise<MarksOfRuns> {
  try {
    return { marks: await readRecords(fileOf(MARKS, workspace)), problem: null };
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
export const markRun = async (
  workspace: Workspace,
  runId: string,
  { revision, ...change }: { revision: number } & Partial<Omit<RunMarks, 'chosenAt' | 'revision' | 'changedAt'>>,
): Promise<RunMarks> =>
  (await changeState(
    MARKS,
    { workspace, key: runId },
    { read: revision, to: (before = UNMARKED) => ({ ...before, ...change }) },
  ))!;

/**
 * Makes a run the one in use, in place of any other.
 * @param runId null takes the choice back: then no run is chosen
 */
export async function keepChoice(workspace: Workspace, runId: string | null): Promise<void> {
  const changedAt = new Date().toISOString();
  await changeRecords(fileOf(MARKS, workspace), (all) => {
    let next = all;
    for (const [id, marks] of all) {
      if (marks.chosenAt === undefined || id === runId) continue;
      const { chosenAt: _, ...others } = marks;
      next = withRecord(next, id, { ...others, revision: marks.revision + 1, changedAt });
    }
    if (runId === null) return next;
    const before = next.get(runId) ?? UNMARKED;
    return withRecord(next, runId, { ...before, chosenAt: changedAt, revision: before.revision + 1, changedAt });
  });
}

/** Of these runs the one that was chosen last; null without any. Marks that someone wrote into the file may choose several. */
export function chosenAmong<Record extends { readonly runId: string }>(
  runs: readonly Record[],
  { marks }: MarksOfRuns,
): Record | null {
  const chosenAt = ({ runId }: Record): string => marks.get(runId)?.chosenAt ?? '';
  const [last] = runs
    .filter((run) => chosenAt(run) !== '')
    .toSorted((left, right) => (chosenAt(left) < chosenAt(right) ? 1 : -1));
  return last ?? null;
}
