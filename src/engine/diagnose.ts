/** What `doctor` answers: on what this program computes, how the workspace is, and what deserves a look. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Diagnosis, Environment } from '../shared/contract';
import { toShelfwiseError } from '../shared/errors';
import { DEFAULT_RECIPE } from '../shared/recipe/schema';
import { readDataset } from './data/snapshot';
import { describeEnvironment, nativeLibrary } from './environment';
import { freeBytes as freeSpace } from './gpu/pack';
import { deviceStatus } from './gpu/state';
import { programFolder, programInfo } from './program';
import { bytesBelow, entriesOf } from './runs/disk';
import { listAllRuns } from './runs/store';
import type { TrainerLauncher } from './runs/trainer-launcher';
import { datasetFolder, type Workspace } from './workspace';

const FINGERPRINT = /^[0-9a-f]{64}$/;

type Finding = Diagnosis['findings'][number];

/** Less free space than this, and a warning: a snapshot and a few runs at contest scale. */
const LITTLE_SPACE = 2 * 1024 ** 3;

export async function diagnose(workspace: Workspace, launcher: TrainerLauncher): Promise<Diagnosis> {
  const environment = await ownEnvironment();
  const { version, commit } = await programInfo();
  const [{ datasets, damagedDatasets }, { runs, damaged }, bytes, freeBytes] = await Promise.all([
    readDatasets(workspace),
    listAllRuns(workspace),
    bytesBelow(workspace.folder),
    freeSpace(workspace.folder),
  ]);
  const trash = await bytesBelow(workspace.trash);
  const { devices } = await deviceStatus(launcher);
  const crashed = runs.filter(({ status }) => status === 'crashed');
  return {
    ...environment,
    program: { version, commit },
    versions: await versions(environment),
    workspace: { folder: workspace.folder, bytes, datasets, runs: runs.length, freeBytes },
    devices,
    findings: [
      backendFinding(environment),
      await libraryFinding(environment),
      gpuFinding(devices),
      environment.numericMode === 'fast'
        ? warning('The mode "fast" gives other bits on another processor or with another number of threads.')
        : null,
      freeBytes < LITTLE_SPACE
        ? warning(
            `Only ${megabytes(freeBytes)} MB are free on the disk of the workspace. Empty its trash (gc) or choose another place.`,
          )
        : null,
      trash > 0 ? warning(`The trash holds ${megabytes(trash)} MB. gc empties it.`) : null,
      ...crashed.map(({ runId }) => warning(`The run ${runId} ended without finishing. Resume it, or delete it.`)),
      ...[...damagedDatasets, ...damaged.map(({ message }) => message)].map(problem),
    ].filter((finding) => finding !== null),
  };
}

/** Of this process: a trainer in the same mode computes alike. */
async function ownEnvironment(): Promise<Environment> {
  const { loadBackend, modeOfThisProcess } = await import('./model/backend');
  const backend = await loadBackend(modeOfThisProcess() ?? DEFAULT_RECIPE['numeric.mode']);
  return describeEnvironment(backend, backend.mode, backend.flags);
}

const warning = (message: string): Finding => ({ severity: 'warning', message });
const problem = (message: string): Finding => ({ severity: 'problem', message });
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

function backendFinding({
  backend,
  backendReason,
  tensorflow,
  device,
  deviceName,
  instructionSet,
}: Environment): Finding {
  if (backend === 'tensorflow')
    return {
      severity: 'good',
      message: `Native TensorFlow ${tensorflow} on the ${device.toUpperCase()} (${deviceName}, ${instructionSet}).`,
    };
  return warning(
    `The portable kernels (WASM ${tensorflow}) are used: exact, but 2 to 5 times slower. ${backendReason ?? ''}`.trim(),
  );
}

/** Whether the library is the one that all runs of this system share, as far as setup has told. */
async function libraryFinding({ backend, tensorflowSha256 }: Environment): Promise<Finding | null> {
  if (backend !== 'tensorflow') return null;
  if (tensorflowSha256 !== null)
    return { severity: 'good', message: `Its library is ${tensorflowSha256.slice(0, 16)}… (SHA-256).` };
  const reason = (await nativeLibrary())?.reason;
  return warning(
    `The hash of TensorFlow's library is not known${reason ? ` (${reason})` : ''}, so records cannot name it. Run npm run setup.`,
  );
}

/** A computer without a GPU lacks nothing: that it has none is no warning. */
function gpuFinding(devices: Diagnosis['devices']): Finding | null {
  const gpu = devices.find(({ device }) => device === 'gpu');
  if (gpu === undefined) return null;
  const message = gpu.usable
    ? `A GPU can be used in the mode "fast": ${gpu.name}, driver ${gpu.driver}.`
    : `No GPU is used; the processor alone is fine. ${gpu.reason}`;
  return { severity: 'good', message };
}

/** How many there are, and what is wrong with those that cannot be read. */
async function readDatasets(workspace: Workspace): Promise<{ datasets: number; damagedDatasets: string[] }> {
  const names = (await entriesOf(workspace.datasets)).map(({ name }) => name).filter((name) => FINGERPRINT.test(name));
  const damagedDatasets: string[] = [];
  for (const name of names)
    await readDataset(datasetFolder(workspace, name)).catch((thrown: unknown) =>
      damagedDatasets.push(toShelfwiseError(thrown).message),
    );
  return { datasets: names.length, damagedDatasets };
}

/** Versions of what takes part in the numbers and the files; package.json pins each exactly. */
async function versions({ tensorflow, node }: Environment): Promise<Record<string, string>> {
  const text = await fs.readFile(path.join(programFolder(), 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
  return { node, tensorflow, ...dependencies };
}
