import type { AppliedRules } from '../../../shared/contract/rules';
import type { ExportRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { rulesOfHash } from '../../../engine/kept/rules';
import { hashRules } from '../../../engine/rules/rule-set';
import type { RuledExport } from './made-of-lists';
import type { PassOptions } from '../../../engine/lists/ruled-lists';
import { changedRows } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { EngineContext } from '../../calls';

/**
 * Applies rules to the lists of a run, for export.
 * @throws ShelfwiseError as applyToRun
 */
export async function ruledOf(
  session: RunSession,
  applied: AppliedRules,
  options: Pick<PassOptions, 'signal' | 'tuned'>,
): Promise<RuledExport> {
  const { applyToRun } = await import('../../../engine/lists/ruled-lists');
  const run = await applyToRun(session, applied, options);
  const nameOf = (index: number): string => run.rules.active[index]!.rule.name;
  return {
    lists: run.ruled.lists,
    items: run.rules.data.items.ids,
    rulesSha256: hashRules(applied.set),
    date: applied.date,
    rules: run.rules.active.length,
    changed: changedRows(run.stored, run.ruled.lists),
    broken: run.ruled.broken.map(({ row, index }) => ({ row, name: nameOf(index) })),
  };
}

/**
 * The rules of an earlier export, if they are still saved; undefined if it had none.
 * @throws ShelfwiseError `not-found` for rules that are no longer saved
 */
export async function rulesOfExport(
  { workspace }: EngineContext,
  fingerprint: string,
  earlier: ExportRecord,
): Promise<AppliedRules | undefined> {
  if (earlier.rulesSha256 === undefined || earlier.rulesDate === undefined) return undefined;
  const set = await rulesOfHash(workspace, fingerprint, earlier.rulesSha256);
  if (set === null)
    throw new ShelfwiseError('not-found', say('rules.no-longer-saved', { hash: earlier.rulesSha256.slice(0, 16) }));
  return { set, date: earlier.rulesDate };
}
