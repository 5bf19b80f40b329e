import type { ExportRecord, RunRecord } from '../../../shared/contract/run';
import type { OutcomeRequest, Outcomes } from '../contract/outcome';
import type { Progress } from '../../../shared/contract/progress';
import type { RuleSet } from '../../../shared/contract/rules';
import type { EngineContext } from '../../calls';
import type { MadeOfLists } from '../../export/engine/public';

/**
 * The outcome of exports.
 * @param rules that exports may have been made with, in case they are no longer saved
 * @throws ShelfwiseError as outcomesOf
 */
export async function outcomesIn(
  context: EngineContext,
  request: Omit<OutcomeRequest, 'rules'>,
  {
    rules,
    onProgress,
    signal,
  }: { rules?: RuleSet | undefined; onProgress: (progress: Progress) => void; signal: AbortSignal },
): Promise<Outcomes> {
  const { outcomesOf } = await import('./outcomes');
  const { listsOfExport } = await import('../../export/engine/public');
  const madeOf = (record: RunRecord, earlier: ExportRecord): Promise<MadeOfLists> =>
    listsOfExport(context, record, earlier, rules, signal);
  return outcomesOf({ workspace: context.workspace, madeOf }, request, { onProgress, signal });
}
