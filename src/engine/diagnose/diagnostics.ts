/** What somebody who helps would want to know, as one file to hand on: no names of data, profiles, titles or folders are in it. */
import * as fs from 'node:fs/promises';
import type { EngineContext } from '../api/context';
import { diagnose } from './diagnose';
import { withoutFolders } from '../environment/environment';
import { writeUserFile } from '../storage/user-files';
import { deviceStatus } from '../devices/gpu-state';
import { listAllRuns } from '../runs/store';

/** @returns where it lies */
export async function saveDiagnostics({ workspace, launcher }: EngineContext, out: string): Promise<{ path: string }> {
  const [{ workspace: holds, findings: _, ...diagnosis }, devices, { runs }] = await Promise.all([
    diagnose(workspace, launcher),
    deviceStatus(launcher),
    listAllRuns(workspace),
  ]);
  const { folder: _workspace, ...counts } = holds;
  const { folder: _pack, source: _source, ...pack } = devices.pack;
  const content = {
    writtenAt: new Date().toISOString(),
    ...diagnosis,
    workspace: counts,
    devices: devices.devices.map(({ said: _said, ...device }) => ({
      ...device,
      reason: device.reason && withoutFolders(device.reason),
    })),
    pack,
    runs: runs.map(({ model, status, seconds, epochs, environment, deviceChoice, reason }) => ({
      model,
      status,
      error: reason?.error ?? reason?.code ?? null,
      seconds,
      epochs,
      device: environment?.device ?? null,
      deviceChoice: deviceChoice ?? null,
      numericMode: environment?.numericMode ?? null,
    })),
  };
  const { path } = await writeUserFile(workspace, out, (temporary) =>
    fs.writeFile(temporary, `${JSON.stringify(content, null, 2)}\n`),
  );
  return { path };
}
