/** Which knobs a run cannot apply, and why; known in advance, so that the engine need not refuse. */
import type { RunRecord } from '../../../../shared/contract/run';
import { MODEL_ROWS } from '../../../../shared/recipe/models';

type Run = Pick<RunRecord, 'model' | 'recipe'>;

/** Key of the reason in the texts of Compare; null if the run can apply it. */
export const reasonNoLatent = ({ model }: Run): 'notForModel' | null =>
  MODEL_ROWS[model].latent ? null : 'notForModel';

export function reasonNoCondition(run: Run): 'notForModel' | 'notForCondition' | null {
  if (!MODEL_ROWS[run.model].latent) return 'notForModel';
  return (run.recipe as Record<string, unknown>)['structure.condition'] === 'none' ? 'notForCondition' : null;
}
