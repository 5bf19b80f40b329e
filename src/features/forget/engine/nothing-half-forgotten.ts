/** What a killed program was forgetting is forgotten before anything that tells of profiles comes into the workspace. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { isForgetting } from '../../../engine/data/privacy/intention';
import type { EngineContext } from '../../calls';

/**
 * Each start finishes what was begun, but a program that runs for days may see another one killed. While something is half forgotten nothing
 * gets its place (`placeUnlessForgetting`), so without this it would refuse every import until its next start.
 * @throws ShelfwiseError `busy` while another program forgets; with the reason where it cannot be finished now
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
