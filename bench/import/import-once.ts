/** One import in a process of its own, into a fresh workspace; prints what it took as JSON. */
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
    const { files, fingerprint } = await importFolder({ workspace, folder });
    const seconds = (performance.now() - begun) / 1000;
    const { rows, accepted, repaired, rejected } = files.find(({ role }) => role === 'history')!;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ rows, accepted, repaired, rejected, seconds, megabytes, version: fingerprint }));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

await main(process.argv[2]!);
