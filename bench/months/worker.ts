/** Adds months one by one, beside importing the whole folder at each step: `worker FOLDER MONTHS`; prints JSON. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { openSnapshot } from '../../src/engine/data/snapshot';
import { addFolder, importFolder } from '../../src/engine/import/import-folder';
import type { Dataset } from '../../src/shared/contract/dataset';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { folderOf } from '../support/folders';
import { cutIntoMonths } from './cut';

const [named, months] = [process.argv[2]!, Number(process.argv[3])];

async function measured<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number; processor: number }> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
}

const place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-bench-'));
try {
  const folders = await cutIntoMonths(await folderOf(named), path.join(place, 'months'), months);
  const year = path.join(place, 'year');
  // Separate workspaces, so that neither reuses the other's work.
  const [growing, wholes] = await Promise.all(
    ['growing', 'whole'].map((name) => openWorkspace(path.join(place, name))),
  );
  const steps = [];
  let grown: string | null = null;
  for (const folder of folders) {
    await fs.cp(folder, path.join(year, path.basename(folder)), { recursive: true });
    const base: string | null = grown;
    const added = await measured(async (): Promise<Dataset> =>
      base === null
        ? importFolder({ workspace: growing!, folder })
        : (await addFolder({ workspace: growing!, snapshot: await openSnapshot(growing!, base), folder })).dataset,
    );
    const whole = await measured(() => importFolder({ workspace: wholes!, folder: year }));
    grown = added.result.fingerprint;
    steps.push({
      month: path.basename(folder),
      viewings: whole.result.interactions,
      added: { seconds: added.seconds, processor: added.processor },
      whole: { seconds: whole.seconds, processor: whole.processor },
      isSame: added.result.fingerprint === whole.result.fingerprint,
    });
  }
  process.stdout.write(`${JSON.stringify({ folder: named, steps })}\n`);
} finally {
  await fs.rm(place, { recursive: true, force: true });
}
