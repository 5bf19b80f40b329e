/** The record of a unit's run that paused: its state is in its checkpoint, and nothing is scored or listed yet. */
import type { RunRecord } from '../../../shared/contract/run';
import { say, textOf } from '../../../shared/words/sentence';
import { describeEnvironment } from '../../machine/environment/environment';
import type { FittedRun } from '../fit/fit-input';
import type { UnitJob } from '../../machine/trainers/trainer-launcher';
import type { RunContext } from './run-context';

/**
 * Whether a run ends before it uses its hold-out: because it reached its requested end, was asked to stop as a unit, or is a trial that diverged.
 */
export function isPaused({ paused, brokenOff }: FittedRun, unit: UnitJob | undefined): boolean {
  if (unit === undefined) return false;
  return (
    paused !== undefined || brokenOff?.code === 'stopped' || (brokenOff !== null && (unit.until ?? 'model') !== 'model')
  );
}

export async function pauseRecord({ record, backend }: RunContext, fitted: FittedRun): Promise<RunRecord> {
  const { stages, brokenOff, paused } = fitted;
  const diverged = brokenOff?.code === 'diverged' ? brokenOff : null;
  const said = diverged === null ? [say('unit.paused', { run: record.runId })] : (diverged.said ?? [diverged.message]);
  return {
    ...record,
    status: 'stopped',
    reason: { code: diverged === null ? 'user' : 'diverged', message: textOf(said), said },
    finishedAt: new Date().toISOString(),
    stages,
    environment: await describeEnvironment(backend),
    ...(paused?.validation && { validation: paused.validation }),
  };
}
