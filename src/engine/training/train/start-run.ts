/** Starts or resumes a run: its record, its device, its trainer. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import type { StartRun } from '../../../shared/contract/run-life';
import type { Recipe } from '../../../shared/recipe/table';
import { nothingSelected } from '../../data/nothing-selected';
import { resolveDevice } from '../../machine/devices/resolve';
import { trainerEnvironment } from '../../machine/devices/trainer-environment';
import { createRun, findRun, reopenRun } from '../../runs/store';
import { runFolder, type Workspace } from '../../storage/workspace';
import { announcedStart, withdrawStart } from '../../machine/trainers/lock';
import type { TrainerEnd, TrainerLauncher, UnitJob } from '../../machine/trainers/trainer-launcher';

/** Milliseconds for a process to end after its run has ended. */
export const ENDING = 2000;

/** Starts trainers, and remembers how they end. */
export interface TrainingHost {
  readonly workspace: Workspace;
  readonly launcher: TrainerLauncher;
  /** By the ID of the run. */
  readonly trainers: Map<string, Promise<TrainerEnd>>;
}

/** What the trainer of a unit needs in addition. */
interface AsUnit {
  readonly runId: string;
  readonly job: UnitJob;
  /** Environment variables of the trainer: its share of the threads. */
  readonly environment?: Record<string, string> | undefined;
}

/**
 * @returns the ID of the run, whose trainer is being started
 * @throws ShelfwiseError `busy` if another program has already started this unit's run
 */
export async function startRun(host: TrainingHost, input: StartRun, asUnit?: AsUnit): Promise<string> {
  const { openSnapshot } = await import('../../data/snapshot');
  const { workspace, launcher } = host;
  const { seed, name, parent } = input;
  if (parent !== undefined) await findRun(workspace, parent);
  const { dataset } = await openSnapshot(workspace, input.data);
  const { recipe } = input;
  const choice = await resolveDevice(recipe, launcher);
  refuseNothingSelected(recipe, dataset);
  const environment = { ...trainerEnvironment(choice.used), ...asUnit?.environment };
  const run = { dataset, recipe, seed, name, parent, deviceChoice: choice, runId: asUnit?.runId };
  const { runId } = await createRun(workspace, run);
  await launch(host, runId, environment, asUnit?.job);
  return runId;
}

/**
 * Resumes a stopped or crashed run: on its own device or not at all, because it must reach the bits of an uninterrupted run.
 * @throws ShelfwiseError as reopenRun does
 */
export async function resumeRun(
  host: TrainingHost,
  run: Pick<RunRecord, 'runId' | 'recipe'>,
  asUnit?: Omit<AsUnit, 'runId'>,
): Promise<void> {
  const { runId } = run;
  const { used } = await resolveDevice(run.recipe, host.launcher);
  const environment = { ...trainerEnvironment(used), ...asUnit?.environment };
  // Waits for an earlier trainer of the run, so that its end does not withdraw the start of this one; but not for a frozen trainer.
  await Promise.race([host.trainers.get(runId), sleep(ENDING, null, { ref: false })]);
  await reopenRun(runFolder(host.workspace, runId));
  await launch(host, runId, environment, asUnit?.job);
}

/** Refuses a recipe that certainly selects no event, before there is a run that could only crash. */
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
 * Watchers read from the run folder how a trainer ended. One that died before it had the lock could not write there: its announced start is
 * withdrawn, so that the run shows as crashed at once.
 */
async function launch(
  { workspace, launcher, trainers }: TrainingHost,
  runId: string,
  environment: Record<string, string | null>,
  unit: UnitJob | undefined,
): Promise<void> {
  const folder = runFolder(workspace, runId);
  const announced = await announcedStart(folder);
  const { ended } = launcher.launch({ workspaceFolder: workspace.folder, runFolder: folder, environment, unit });
  trainers.set(
    runId,
    ended.then(async (end) => {
      await withdrawStart(folder, announced);
      return end;
    }),
  );
}
