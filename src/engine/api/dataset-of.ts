import type { Dataset } from '../../shared/contract';
import type { EngineContext } from './context';

/**
 * A data set that is there.
 * @param data its fingerprint, or the beginning of it
 * @throws ShelfwiseError as openSnapshot does
 */
export async function datasetOf({ workspace }: EngineContext, data: string): Promise<Dataset> {
  const { openSnapshot } = await import('../data/snapshot');
  return (await openSnapshot(workspace, data)).dataset;
}
