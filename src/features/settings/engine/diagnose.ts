/** The answer of `doctor`: the devices in use, the state of the workspace, and what deserves attention. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { DamagedRun, Environment, RunRecord } from '../../../shared/contract/run';
import type { Diagnosis } from '../../../shared/contract/workspace';
import { type ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { type Said, say, sayDay, textOf } from '../../../shared/words/sentence';
import { readDataset } from '../../../engine/data/snapshot';
import { describeEnvironment, withoutFolders } from '../../../engine/machine/environment/environment';
import { deviceStatus } from '../../../engine/machine/devices/device-status';
import { programFolder, programInfo } from '../../../engine/machine/environment/program';
import { bytesBelow, entriesOf, freeBytes as freeSpace } from '../../../engine/storage/disk';
import { DATASET_NAME } from '../../../engine/storage/names';
import { readIntention } from '../../../engine/data/privacy/intention';
import { listAllRuns } from '../../../engine/runs/store';
import type { TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { datasetFolder, standingOfWorkspace, type Workspace } from '../../../engine/storage/workspace';

type Finding = Diagnosis['findings'][number];

/** Warns below this much free space: room for a snapshot and a few runs at contest scale. */
const LITTLE_SPACE = 2 * (1 << 30);

export async function diagnose(workspace: Workspace, launcher: TrainerLauncher): Promise<Diagnosis> {
  const environment = await ownEnvironment();
  const { version, commit, buildSha256 } = await programInfo();
  const standing = await standingOfWorkspace(workspace);
  // Does not report the contents of a folder that is no workspace.
  const { datasets, damagedDatasets, runs, damaged, bytes, trash } =
    standing.kind === 'refused' ? NOTHING : await contentOf(workspace);
  const freeBytes = await freeSpace(workspace.folder);
  const { devices } = await deviceStatus(launcher);
  const crashed = runs.filter(({ status }) => status === 'crashed');
  return {
    ...environment,
    program: { version, commit, buildSha256 },
    versions: await versions(environment),
    workspace: { folder: workspace.folder, bytes, datasets, runs: runs.length, freeBytes },
    devices,
    findings: [
      standing.kind === 'refused' ? finding('problem', standing.error.said ?? [standing.error.message]) : null,
      standing.kind === 'refused' ? null : await forgettingFinding(workspace),
      backendFinding(environment),
      libraryFinding(environment),
      gpuFinding(devices),
      freeBytes < LITTLE_SPACE ? warning(say('doctor.little-space', { megabytes: megabytes(freeBytes) })) : null,
      trash > 0 ? warning(say('doctor.trash', { megabytes: megabytes(trash) })) : null,
      ...crashed.map(({ runId }) => warning(say('doctor.crashed', { run: runId }))),
      ...[...damagedDatasets, ...damaged].map(({ message, said }) => finding('problem', said ?? [message])),
    ].filter((finding) => finding !== null),
  };
}

interface Content {
  datasets: number;
  damagedDatasets: ShelfwiseError[];
  runs: RunRecord[];
  damaged: DamagedRun[];
  bytes: number;
  trash: number;
}
const NOTHING: Content = { datasets: 0, damagedDatasets: [], runs: [], damaged: [], bytes: 0, trash: 0 };

async function contentOf(workspace: Workspace): Promise<Content> {
  const [datasets, runs, bytes, trash] = await Promise.all([
    readDatasets(workspace),
    listAllRuns(workspace),
    bytesBelow(workspace.folder),
    bytesBelow(workspace.trash),
  ]);
  return { ...datasets, ...runs, bytes, trash };
}

/** Of this process: a trainer computes the same. `backendReason` says why nothing can be computed. */
async function ownEnvironment(): Promise<Environment> {
  const { loadBackend } = await import('../../../engine/model/backend');
  try {
    return await describeEnvironment(await loadBackend());
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    const environment = await describeEnvironment({ tensorflowVersion: '', flags: {} });
    return { ...environment, backendReason: withoutFolders(message), backendSaid: [...said] };
  }
}

const finding = (severity: Finding['severity'], said: Said): Finding => ({ severity, message: textOf(said), said });
const warning = (...said: Said): Finding => finding('warning', said);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

function backendFinding({ backendReason, backendSaid, deviceName, instructionSet }: Environment): Finding {
  if (backendReason !== null) return finding('problem', backendSaid ?? [backendReason]);
  const instructions = instructionSetName(instructionSet);
  return finding('good', [say('doctor.kernels', { name: deviceName, instructions })]);
}

/** The addon's file, as setup recorded it. */
function libraryFinding({ backendReason, tensorflowSha256 }: Environment): Finding | null {
  if (backendReason !== null) return null;
  return tensorflowSha256 === null
    ? warning(say('doctor.library-unknown'))
    : finding('good', [say('doctor.library', { sha256: tensorflowSha256.slice(0, 16) })]);
}

/** A GPU is optional, so its absence is no warning. */
function gpuFinding(devices: Diagnosis['devices']): Finding | null {
  const gpu = devices.find(({ device }) => device === 'gpu');
  if (gpu === undefined) return null;
  if (gpu.usable)
    return finding('good', [say('doctor.gpu', { name: gpu.name, driver: gpu.driver ?? '' }), ...(gpu.notes ?? [])]);
  return finding('good', [say('doctor.no-gpu'), ...(gpu.said ?? [gpu.reason ?? ''])]);
}

/** Forgetting that was interrupted by a kill. `doctor` opens no workspace, so it does not finish it. */
async function forgettingFinding(workspace: Workspace): Promise<Finding | null> {
  try {
    const intention = await readIntention(workspace);
    return intention && finding('problem', [say('doctor.forgetting', { day: sayDay(intention.at.slice(0, 10)) })]);
  } catch (thrown) {
    const { message, said } = toShelfwiseError(thrown);
    return finding('problem', said ?? [message]);
  }
}

/** Number of data sets, and what is wrong with unreadable ones. */
async function readDatasets(workspace: Workspace): Promise<{ datasets: number; damagedDatasets: ShelfwiseError[] }> {
  const names = (await entriesOf(workspace.datasets)).map(({ name }) => name).filter((name) => DATASET_NAME.test(name));
  const damagedDatasets: ShelfwiseError[] = [];
  for (const name of names)
    await readDataset(datasetFolder(workspace, name)).catch((thrown: unknown) =>
      damagedDatasets.push(toShelfwiseError(thrown)),
    );
  return { datasets: names.length, damagedDatasets };
}

/** Versions of what affects the numbers and the files; package.json pins each exactly. */
async function versions({ node }: Environment): Promise<Record<string, string>> {
  const text = await fs.readFile(path.join(programFolder(), 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
  return { node, ...dependencies };
}
