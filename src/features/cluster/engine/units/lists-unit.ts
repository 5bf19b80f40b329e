/** Makes a part of the lists of a run, or joins all parts: with the bytes that one computer would have written. */
import type { ListsRequest, Unit, UnitAnswer } from '../../../../shared/contract/unit';
import type { Progress } from '../../../../shared/contract/progress';
import { toShelfwiseError } from '../../../../shared/errors';
import { trainerEnvironment } from '../../../../engine/machine/devices/trainer-environment';
import { findRun } from '../../../../engine/runs/store';
import type { TrainingHost } from '../../../../engine/training/train/start-run';
import { answerOf, problemOf, stopped } from './answers';
import type { UnitOptions } from './options';

/** @param of the run, and the part of it; null for all parts together */
export async function* listsUnit(
  { workspace, launcher }: TrainingHost,
  { run, ...of }: Omit<ListsRequest, 'runId'> & { run: string },
  { signal, environment }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const kind: Unit['kind'] = of.part === null ? 'join' : 'lists';
  const { record } = await findRun(workspace, run);
  const progress = { phase: 'parts', done: 0, total: 1 };
  yield { ...progress, detail: of.part === null ? '' : `${of.part}/${of.of}` };
  try {
    const { file, sha256 } = await launcher.lists({
      workspaceFolder: workspace.folder,
      request: { runId: record.runId, ...of },
      environment: { ...(await trainerEnvironment(record.recipe, record.deviceChoice)), ...environment },
      onProgress: () => undefined,
      signal,
    });
    const { record: after } = await findRun(workspace, record.runId);
    return answerOf(kind, after, { state: 'done', file: { path: file, sha256 } });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (signal?.aborted) return answerOf(kind, record, { state: 'stopped', problem: stopped() });
    return answerOf(kind, record, { state: 'failed', problem: problemOf(error) });
  }
}
