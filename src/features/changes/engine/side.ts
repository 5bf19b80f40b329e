/** The lists of one side: of a run under rules, or of one of its exports. */
import type { ChangedLists, ChangesSide } from '../contract/changes';
import type { RulesThatCount } from '../../../shared/contract/rule-answers';
import { ShelfwiseError } from '../../../shared/errors';
import { toldRules } from '../../../shared/values/told-rules';
import { say } from '../../../shared/words/sentence';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { rulesOfHash } from '../../../engine/kept/rules';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { type DeliveredLists, deliveredToAll } from '../../../engine/lists/delivered';
import { readExports } from '../../../engine/runs/earlier-exports';
import type { RunData, RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';

export interface Side {
  readonly session: RunSession;
  readonly data: RunData;
  readonly delivered: DeliveredLists;
  readonly shown: ChangedLists['before'];
}

/** @throws ShelfwiseError `not-found` for an export that is not recorded or rules that are no longer saved, `usage` for one under a tuning */
export async function openSide(workspace: Workspace, session: RunSession, asked: ChangesSide): Promise<Side> {
  const { rules, exportedAt } = await rulesOf(workspace, session, asked);
  const [data, delivered] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  const { runId, name, dataset, createdAt } = withMarks(session.record, await readMarks(workspace));
  return {
    session,
    data,
    delivered,
    shown: {
      runId,
      name,
      data: dataset.fingerprint,
      createdAt,
      rules: toldRules(rules),
      exportedAt,
    },
  };
}

async function rulesOf(
  workspace: Workspace,
  { record, folder }: RunSession,
  asked: ChangesSide,
): Promise<{ rules: RulesThatCount | null; exportedAt: string | null }> {
  const { fingerprint } = record.dataset;
  if (!('exported' in asked))
    return { rules: await rulesThatCount(workspace, fingerprint, asked.rules), exportedAt: null };
  const found = (await readExports(folder)).find(({ sha256 }) => sha256.startsWith(asked.exported));
  if (found === undefined)
    throw new ShelfwiseError('not-found', say('changes.no-export', { run: record.runId, sha256: asked.exported }));
  const { exportedAt, rulesSha256, rulesDate, tuning } = found;
  if (tuning !== undefined) throw new ShelfwiseError('usage', say('changes.tuned', { sha256: asked.exported }));
  if (rulesSha256 === undefined || rulesDate === undefined) return { rules: null, exportedAt };
  const set = await rulesOfHash(workspace, fingerprint, rulesSha256);
  if (set === null)
    throw new ShelfwiseError('not-found', say('rules.no-longer-saved', { hash: rulesSha256.slice(0, 16) }));
  return { rules: await rulesThatCount(workspace, fingerprint, { set, date: rulesDate }), exportedAt };
}
