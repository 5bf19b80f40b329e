/** Trains what tells what chance moves, and keeps it with the run. */
import type { Progress } from '../../../shared/contract/progress';
import { computingEnvironment } from '../../../engine/machine/environment/computing';
import { findRun } from '../../../engine/runs/store';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { inNobodysWay } from '../../../engine/training/units/in-nobodys-way';
import { FAIRNESS_WORK } from '../contract/chance';
import type { Fairness, FairnessInput } from '../contract/fairness';
import { SHUFFLES } from '../contract/limits';
import { cannotFollow, missing } from './chance';
import { keepShuffle, readShuffles } from './chance-file';
import { fairnessOf } from './fairness';

/**
 * Each training is kept as soon as its lists were asked, and not done again: the same request goes on.
 * @throws ShelfwiseError `stopped` on abort; as training and fairnessOf do
 */
export async function measureChance(
  { workspace, launcher, sessions }: TrainingHost & { readonly sessions: () => Promise<Sessions> },
  input: FairnessInput,
  { onProgress, signal }: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<Fairness> {
  const { record, folder } = await findRun(workspace, input.runId);
  const left = cannotFollow(record) ? [] : missing(await readShuffles(folder));
  for (const [index, shuffle] of left.entries()) {
    const before = SHUFFLES - left.length + index;
    const waits = (): void => onProgress({ phase: 'waits', detail: '', done: before, total: SHUFFLES });
    const moves = await inNobodysWay(workspace, { runId: null, onProgress: waits, signal }, (stop) =>
      launcher.ask(FAIRNESS_WORK, {
        workspaceFolder: workspace.folder,
        request: { runId: record.runId, shuffle },
        environment: computingEnvironment(),
        onProgress: ({ phase, detail, done }) => onProgress({ phase, detail, done: before + done, total: SHUFFLES }),
        signal: stop,
      }),
    );
    await keepShuffle(folder, { shuffle, moves });
  }
  return (await sessions()).withRun(input.runId, (session) => fairnessOf(workspace, session, input));
}
