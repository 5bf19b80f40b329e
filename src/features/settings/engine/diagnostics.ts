/** One file for support. It contains no names of data, profiles, titles or folders. */
import * as fs from 'node:fs/promises';
import { deviceStatus } from '../../../engine/machine/devices/device-status';
import { withoutFolders } from '../../../engine/machine/environment/environment';
import { listAllRuns } from '../../../engine/runs/store';
import { writeUserFile } from '../../../engine/storage/user-files';
import type { Workspace } from '../../../engine/storage/workspace';
import type { TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { diagnose } from './diagnose';

/** @returns its path */
export async function saveDiagnostics(
  workspace: Workspace,
  launcher: TrainerLauncher,
  out: string,
): Promise<{ path: string }> {
  const [{ workspace: holds, findings: _, backendSaid: _backendSaid, ...diagnosis }, { devices }, { runs }] =
    await Promise.all([diagnose(workspace, launcher), deviceStatus(launcher), listAllRuns(workspace)]);
  const { folder: _workspace, ...counts } = holds;
  const content = {
    writtenAt: new Date().toISOString(),
    ...diagnosis,
    workspace: counts,
    devices: devices.map(({ said: _said, notes: _notes, ...device }) => ({
      ...device,
      reason: device.reason && withoutFolders(device.reason),
    })),
    runs: runs.map(({ model, status, seconds, epochs, environment, deviceChoice, reason }) => ({
      model,
      status,
      error: reason?.error ?? reason?.code ?? null,
      seconds,
      epochs,
      device: environment?.device ?? null,
      deviceChoice: deviceChoice ?? null,
    })),
  };
  const { path } = await writeUserFile(workspace, out, (temporary) =>
    fs.writeFile(temporary, `${JSON.stringify(content, null, 2)}\n`),
  );
  return { path };
}
