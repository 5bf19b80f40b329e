import type { Dataset } from '../../shared/contract/dataset';
import type { Workspace } from '../storage/workspace';

/**
 * Finds an existing data set.
 * @param data its fingerprint, or the beginning of it
 * @throws ShelfwiseError as openSnapshot does
 */
export async function datasetOf({ workspace }: { readonly workspace: Workspace }, data: string): Promise<Dataset> {
  const { openSnapshot } = await import('../data/snapshot');
  return (await openSnapshot(workspace, data)).dataset;
}
