/** What people saved with a data set goes along to one that was made of it. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { GivenLabels } from '../../../shared/contract/labels';
import type { KeptWithData } from '../../../engine/kept/kept-in-workspace';
import type { EngineContext } from '../../calls';

/**
 * Adopts what is saved with the old data set and means the same for the new one: labels, rules for lists and checks, segments, tunings, notes and
 * decisions, each of which counts where the same is found again.
 */
export async function adoptKept(
  { workspace }: EngineContext,
  { from, to, labels }: { from: string; to: Dataset; labels: GivenLabels | undefined },
): Promise<void> {
  const { adoptLabels, keepGenreOrder, labelImport, readLabels } = await import('../../../engine/kept/labels');
  const { linkLogs } = await import('../../../engine/kept/audit/link');
  const { KEPT_WITH_DATA } = await import('../../kept');
  // A damaged file of labels is reported where labels are shown.
  const shown = await readLabels(workspace, from).catch(() => null);
  if (shown !== null && shown.revision > 0) await adoptLabels(workspace, to.fingerprint, shown);
  await labelImport(workspace, to, labels);
  if (from === to.fingerprint) return;
  await linkLogs(workspace, 'data-added', { before: from, after: to.fingerprint });
  await keepGenreOrder(workspace, to, from);
  // Rules first, which stand last in the table: what is damaged stops those after it.
  for (const kept of Object.values<KeptWithData>(KEPT_WITH_DATA).toReversed())
    await kept.adopt?.(workspace, from, to.fingerprint);
}
