/** The run before, and its lists beside those that are checked: both as they leave under the rules that count. */
import type { RulesThatCount } from '../../../../shared/contract/rule-answers';
import type { RulesChoice } from '../../../../shared/contract/rules';
import type { RunRecord } from '../../../../shared/contract/run';
import { toShelfwiseError } from '../../../../shared/errors';
import type { NamedLists } from '../../../../engine/delivery/compare';
import { deliveredToAll } from '../../../../engine/delivery/deliver';
import { rulesThatCount } from '../../../../engine/kept/rules-that-count';
import { readListsAndVocabulary } from '../../../../engine/runs/lists-file';
import { listRuns } from '../../../../engine/runs/store';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';
import type { EngineContext } from '../../../calls';

export type CheckContext = Pick<EngineContext, 'workspace' | 'sessions'>;

/** An earlier run, and the rules that its lists would leave under today; null for none. */
export interface RunBefore {
  readonly record: RunRecord;
  readonly rules: RulesThatCount | null;
}

export interface ListsBeside {
  readonly before: NamedLists;
  readonly now: NamedLists;
}

/**
 * An earlier run with lists on data of the same name: the one whose settings were trained again on new data, as a refresh does, otherwise the latest,
 * which may be a mere trial.
 */
export async function runBefore(
  workspace: Workspace,
  { dataset, createdAt, runId, parent }: RunRecord,
  choice: RulesChoice | undefined,
): Promise<RunBefore | null> {
  const candidates = (await listRuns(workspace)).filter(
    (run) =>
      run.runId !== runId &&
      run.status === 'finished' &&
      run.listsSha256 !== null &&
      run.dataset.name === dataset.name &&
      run.createdAt < createdAt,
  );
  const isBase = (run: RunRecord): boolean => run.runId === parent && run.dataset.fingerprint !== dataset.fingerprint;
  candidates.sort(
    (left, right) => Number(isBase(right)) - Number(isBase(left)) || (left.createdAt < right.createdAt ? 1 : -1),
  );
  for (const record of candidates) {
    const isThere = await readListsAndVocabulary(runFolder(workspace, record.runId), record).then(
      () => true,
      () => false,
    );
    if (isThere) return { record, rules: await rulesThatCount(workspace, record.dataset.fingerprint, choice) };
  }
  return null;
}

/**
 * Rules are made by people and differ in no list by chance: lists under rules beside lists without them differ in every list that a rule is for.
 * @param now the lists that are checked
 * @returns both as trained where rules count and the data of the run before is gone: its lists under rules can no longer be made
 */
export async function listsBeside(
  { workspace, sessions }: CheckContext,
  session: RunSession,
  { record, rules }: RunBefore,
  now: NamedLists,
): Promise<ListsBeside> {
  const stored = (): Promise<NamedLists> => readListsAndVocabulary(runFolder(workspace, record.runId), record);
  if (rules === null) return { before: await stored(), now };
  try {
    const before = await (
      await sessions()
    ).withRun(record.runId, async (other) => {
      const { lists, items } = await deliveredToAll(other, rules);
      return { lists, profiles: (await other.data()).profiles.ids, items: items.ids };
    });
    return { before, now };
  } catch (thrown) {
    if (toShelfwiseError(thrown).code !== 'not-found') throw thrown;
    const { profiles, items } = await session.data();
    const trained = { lists: await session.lists(), profiles: profiles.ids, items: items.ids };
    return { before: await stored(), now: trained };
  }
}
