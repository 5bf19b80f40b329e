/** Finishes a forgetting that a killed program left undone, before any data about profiles enters the workspace. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { isForgetting } from '../../../engine/data/privacy/intention';
import type { EngineContext } from '../../calls';

/**
 * Every start finishes what was begun, but a program that runs for days may outlive another that is killed. Until a forgetting is finished nothing
 * is placed (`placeUnlessForgetting`), so without this the program would refuse every import until its next start.
 * @throws ShelfwiseError `busy` while another program forgets; or why it cannot be finished now
 */
export async function finishForgettingFirst({
  workspace,
  sessions,
}: Pick<EngineContext, 'workspace' | 'sessions'>): Promise<void> {
  if (!(await isForgetting(workspace))) return;
  const { finishForgetting } = await import('./forget');
  const onReplaced = async (datasets: readonly string[], runs: readonly string[]): Promise<void> =>
    (await sessions()).forget(datasets, runs);
  try {
    await finishForgetting(workspace, { onReplaced });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'busy') throw error;
    throw new ShelfwiseError(error.code, say('forget.not-finished', { cause: error.said ?? [error.message] }), {
      cause: thrown,
    });
  }
}
