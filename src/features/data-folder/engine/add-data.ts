/** Adds a folder to a data set, and copies what belongs to the old one to the new one. */
import type { AddAnswer } from '../../../shared/contract/data-change';
import type { Dataset, Mapping, MappingFile } from '../../../shared/contract/dataset';
import type { GivenLabels } from '../../../shared/contract/labels';
import type { Progress } from '../../../shared/contract/progress';
import { completeRuns } from '../../../engine/training/train/complete-runs';
import type { EngineContext } from '../../calls';

interface AddInput {
  readonly data: string;
  readonly folder: string;
  readonly mapping?: MappingFile | undefined;
  readonly pseudonymKey?: string | undefined;
}

/** @throws ShelfwiseError as addFolder */
export async function addData(
  context: EngineContext,
  { data, folder, mapping: file, pseudonymKey }: AddInput,
  options: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<AddAnswer> {
  const { addFolder } = await import('../../../engine/import/import-folder');
  const { describeChange } = await import('./describe-change');
  const { openSnapshot } = await import('../../../engine/data/snapshot');
  const { workspace } = context;
  const { labels, ...mapping } = file ?? {};
  await context.finishForgetting();
  const before = await openSnapshot(workspace, data);
  const { dataset, imported, read, exact } = await addFolder({
    workspace,
    snapshot: before,
    folder,
    ...(file && { mapping: mapping as Mapping }),
    ...(pseudonymKey !== undefined && { pseudonymKey }),
    ...options,
  });
  await adopt(context, { from: before.dataset.fingerprint, to: dataset, labels });
  const after = await openSnapshot(workspace, dataset.fingerprint);
  const change = await describeChange({ before, after, folder, read, exact, signal: options.signal });
  await completeRuns(context, dataset.fingerprint, options);
  return { ...dataset, imported, change };
}

/**
 * Adopts what is saved with the old data set and means the same for the new one: labels, rules for lists and checks, segments, tunings and notes.
 * Reviews are about lists of runs, so they stay.
 */
async function adopt(
  { workspace }: EngineContext,
  { from, to, labels }: { from: string; to: Dataset; labels: GivenLabels | undefined },
): Promise<void> {
  const { adoptLabels, keepGenreOrder, labelImport, readLabels } = await import('../../../engine/kept/labels');
  const { linkLogs } = await import('../../../engine/kept/audit/link');
  const { adoptRules } = await import('../../../engine/kept/rules');
  const { adoptNamed, SEGMENTS, TUNINGS } = await import('../../../engine/kept/segments-and-tunings');
  const { adoptNotesOf } = await import('../../../engine/kept/notes');
  const { KEPT_IN_WORKSPACES } = await import('../../kept');
  // A damaged file of labels is reported where labels are shown.
  const shown = await readLabels(workspace, from).catch(() => null);
  if (shown !== null && shown.revision > 0) await adoptLabels(workspace, to.fingerprint, shown);
  await labelImport(workspace, to, labels);
  if (from === to.fingerprint) return;
  await linkLogs(workspace, 'data-added', { before: from, after: to.fingerprint });
  await keepGenreOrder(workspace, to, from);
  await adoptRules(workspace, from, to.fingerprint);
  await adoptNamed(SEGMENTS, workspace, from, to.fingerprint);
  await adoptNamed(TUNINGS, workspace, from, to.fingerprint);
  await adoptNotesOf(workspace, from, to.fingerprint);
  for (const kept of KEPT_IN_WORKSPACES) await kept.adopt?.(workspace, from, to.fingerprint);
}
