/** What an export would refuse, asked before anybody is asked to approve it. */
import type { ExportFormat } from '../../../shared/values/export-formats';
import type { RulesChoice } from '../../../shared/contract/rules';
import { findRun } from '../../../engine/runs/store';
import type { EngineContext } from '../../calls';
import { listsForExport } from './lists-for-export';

/** @throws ShelfwiseError as exportLists does before it writes */
export async function refuseUnexportable(
  context: EngineContext,
  {
    runId,
    ...what
  }: {
    readonly runId: string;
    readonly format: ExportFormat;
    readonly rules?: RulesChoice | undefined;
    readonly pseudonymKey?: string | undefined;
  },
  signal: AbortSignal | undefined,
): Promise<void> {
  const { previewExport } = await import('./export-run');
  const { workspace } = context;
  const run = await findRun(workspace, runId);
  const lists = await listsForExport(context, run, what, signal);
  await previewExport({ workspace, run, ...what, ...lists, signal }, 0);
}
