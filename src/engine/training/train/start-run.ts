/** Begins a run, or goes on with one: its record, its device, its trainer. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import type { StartRun } from '../../../shared/contract/run-life';
import type { Recipe } from '../../../shared/recipe/table';
import { nothingSelected } from '../../data/nothing-selected';
import { resolveDevice } from '../../machine/devices/resolve';
import { trainerEnvironment, wayOf } from '../../machine/devices/trainer-environment';
import { createRun, findRun, reopenRun } from '../../runs/store';
import { runFolder, type Workspace } from '../../storage/workspace';
import { withdrawStart } from '../../machine/trainers/lock';
import type { TrainerEnd, TrainerLauncher, UnitJob } from '../../machine/trainers/trainer-launcher';

/** Milliseconds for a process to end whose run has ended. */
export const ENDING = 2000;

/** What starts trainers, and remembers how they end. */
export interface TrainingHost {
  readonly workspace: Workspace;
  readonly launcher: TrainerLauncher;
  /** By the ID of the run. */
  readonly trainers: Map<string, Promise<TrainerEnd>>;
}

/** How a trainer of a unit is started, beside what any is. */
export interface AsUnit {
  readonly runId: string;
  readonly job: UnitJob;
  /** Variables of the trainer: the threads that it may take beside others. */
  readonly environment?: Record<string, string> | undefined;
}

/**
 * @returns the ID of the run, whose trainer is being started
 * @throws ShelfwiseError `busy` where a unit's run is there already, begun by another program
 */
export async function startRun(host: TrainingHost, input: StartRun, asUnit?: AsUnit): Promise<string> {
  const { openSnapshot } = await import('../../data/snapshot');
  const { workspace, launcher } = host;
  const { seed, name, parent } = input;
  if (parent !== undefined) await findRun(workspace, parent);
  const { dataset } = await openSnapshot(workspace, input.data);
  const { recipe, choice } = await resolveDevice(input.recipe, launcher, { titles: dataset.items });
  refuseNothingSelected(recipe, dataset);
  const environment = { ...(await trainerEnvironment(recipe, choice)), ...asUnit?.environment };
  const run = { dataset, recipe, seed, name, parent, deviceChoice: choice, runId: asUnit?.runId };
  const { runId } = await createRun(workspace, run);
  launch(host, runId, environment, asUnit?.job);
  return runId;
}

/**
 * Goes on with a run that was stopped or crashed: on its own device or not at all, because it must reach the bits of an uninterrupted run.
 * @throws ShelfwiseError as reopenRun does
 */
export async function resumeRun(
  host: TrainingHost,
  { runId, recipe, deviceChoice }: Pick<RunRecord, 'runId' | 'recipe' | 'deviceChoice'>,
  asUnit?: Omit<AsUnit, 'runId'>,
): Promise<void> {
  const through = wayOf(recipe, deviceChoice);
  if (through !== null) await resolveDevice(recipe, host.launcher, { through });
  const environment = { ...(await trainerEnvironment(recipe, deviceChoice)), ...asUnit?.environment };
  // What is withdrawn when an earlier trainer of it has ended must not be the start of this one. A frozen one is not waited for.
  await Promise.race([host.trainers.get(runId), sleep(ENDING, null, { ref: false })]);
  await reopenRun(runFolder(host.workspace, runId));
  launch(host, runId, environment, asUnit?.job);
}

/** A recipe that certainly selects no event is refused before there is a run that could only crash. */
function refuseNothingSelected(recipe: Recipe, { files }: Dataset): void {
  const weights = {
    history: recipe['data.history'],
    watch: recipe['data.completion'],
    purchase: recipe['data.purchase'],
    search: recipe['data.search'],
  };
  const selected = files.some(({ role, accepted, repaired }) => {
    const weight = weights[role as keyof typeof weights] ?? 0;
    return weight > 0 && accepted + repaired > 0;
  });
  if (!selected) throw nothingSelected();
}

/**
 * Watchers read from the run folder how a trainer ended. One that died before it had the lock could not write it there:
 * its announced start is withdrawn, so that the run shows as crashed at once.
 */
function launch(
  { workspace, launcher, trainers }: TrainingHost,
  runId: string,
  environment: Record<string, string | null>,
  unit: UnitJob | undefined,
): void {
  const folder = runFolder(workspace, runId);
  const { ended } = launcher.launch({ workspaceFolder: workspace.folder, runFolder: folder, environment, unit });
  trainers.set(
    runId,
    ended.then(async (end) => {
      await withdrawStart(folder);
      return end;
    }),
  );
}
