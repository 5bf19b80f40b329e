/** Adds a folder to a data set, and copies what belongs to the old one to the new one. */
import type { AddAnswer } from '../../../shared/contract/data-change';
import type { Mapping, MappingFile } from '../../../shared/contract/dataset';
import type { Progress } from '../../../shared/contract/progress';
import { completeRuns } from '../../../engine/training/train/complete-runs';
import type { EngineContext } from '../../calls';
import { adoptKept } from './adopt-kept';

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
  await adoptKept(context, { from: before.dataset.fingerprint, to: dataset, labels });
  const after = await openSnapshot(workspace, dataset.fingerprint);
  const change = await describeChange({ before, after, folder, read, exact, signal: options.signal });
  await completeRuns(context, dataset.fingerprint, options);
  return { ...dataset, imported, change };
}
