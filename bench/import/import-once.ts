/** One import in its own process, into a fresh workspace; prints its cost as JSON. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { importFolder } from '../../src/engine/import/import-folder';
import { openWorkspace } from '../../src/engine/storage/workspace';

async function main(folder: string): Promise<void> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-bench-'));
  try {
    const workspace = await openWorkspace(place);
    const begun = performance.now();
    const begunProcessor = process.cpuUsage();
    const { files, fingerprint } = await importFolder({ workspace, folder });
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(begunProcessor);
    const processorSeconds = (user + system) / 1e6;
    const parts = files.filter(({ role }) => role === 'history');
    const sum = (key: 'rows' | 'accepted' | 'repaired' | 'rejected'): number =>
      parts.reduce((total, part) => total + part[key], 0);
    const [rows, accepted, repaired, rejected] = [sum('rows'), sum('accepted'), sum('repaired'), sum('rejected')];
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(
      JSON.stringify({
        rows,
        accepted,
        repaired,
        rejected,
        seconds,
        processorSeconds,
        megabytes,
        version: fingerprint,
      }),
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

await main(process.argv[2]!);
