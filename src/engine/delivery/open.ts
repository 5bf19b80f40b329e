/** Opens a delivery: the lists of a run under rules, or of one of its exports. */
import type { DeliveryChoice, ShownDelivery } from '../../shared/contract/delivery';
import type { RulesThatCount } from '../../shared/contract/rule-answers';
import type { RulesChoice } from '../../shared/contract/rules';
import type { ExportRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { toldRules } from '../../shared/values/told-rules';
import { say } from '../../shared/words/sentence';
import { readMarks, withMarks } from '../kept/marks';
import { rulesOfHash } from '../kept/rules';
import { rulesThatCount } from '../kept/rules-that-count';
import { type DeliveredLists, deliveredToAll } from './deliver';
import { readExports } from '../runs/earlier-exports';
import type { RunData, RunSession } from '../sessions/run-session';
import type { Workspace } from '../storage/workspace';

export interface Delivery {
  readonly session: RunSession;
  readonly data: RunData;
  readonly delivered: DeliveredLists;
  readonly shown: ShownDelivery;
}

/** @throws ShelfwiseError `not-found` for an export that is not recorded or rules that are no longer saved, `usage` for one under a tuning */
export async function openDelivery(
  workspace: Workspace,
  session: RunSession,
  asked: DeliveryChoice,
): Promise<Delivery> {
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
  asked: DeliveryChoice,
): Promise<{ rules: RulesThatCount | null; exportedAt: string | null }> {
  const { fingerprint } = record.dataset;
  if (!('exported' in asked))
    return { rules: await rulesThatCount(workspace, fingerprint, asked.rules), exportedAt: null };
  const found = (await readExports(folder)).find(({ sha256 }) => sha256.startsWith(asked.exported));
  if (found === undefined)
    throw new ShelfwiseError('not-found', say('changes.no-export', { run: record.runId, sha256: asked.exported }));
  if (found.tuning !== undefined) throw new ShelfwiseError('usage', say('changes.tuned', { sha256: asked.exported }));
  const choice = await rulesOfExport(workspace, fingerprint, found);
  return { rules: await rulesThatCount(workspace, fingerprint, choice), exportedAt: found.exportedAt };
}

/** The rules of an earlier export; `none` if it had none. @throws ShelfwiseError `not-found` for rules that are no longer saved */
export async function rulesOfExport(
  workspace: Workspace,
  fingerprint: string,
  { rulesSha256, rulesDate }: Pick<ExportRecord, 'rulesSha256' | 'rulesDate'>,
): Promise<RulesChoice> {
  if (rulesSha256 === undefined || rulesDate === undefined) return 'none';
  const set = await rulesOfHash(workspace, fingerprint, rulesSha256);
  if (set === null)
    throw new ShelfwiseError('not-found', say('rules.no-longer-saved', { hash: rulesSha256.slice(0, 16) }));
  return { set, date: rulesDate };
}
