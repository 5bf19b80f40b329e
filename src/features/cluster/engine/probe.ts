/** Asks each node of a cluster for its build, with a plan without units: sends only the driver. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programInfo } from '../../../engine/machine/environment/program';
import type { KeptCluster } from './address-book';
import { ENTRYPOINT } from './driver-files';
import { changesIn, type ClusterEvent } from './events';
import type { JobsApi } from './jobs-api';
import { uploadZip, zipPackage } from './package';

/** Milliseconds between two polls, and until nodes without an answer are left out. */
const LOOK = 300;
const PATIENCE = 180_000;

interface Probed {
  readonly version: string | null;
  readonly buildSha256: string | null;
  readonly problem: string | null;
}

/** @returns the answers of nodes by ID; null if the driver did not end properly, with its output */
export async function probe(
  cluster: KeptCluster,
  api: JobsApi,
): Promise<{ nodes: ReadonlyMap<string, Probed>; problem: string | null }> {
  const { version, buildSha256 } = await programInfo();
  const plan = `probe-${randomBytes(6).toString('hex')}`;
  const submission = `shelfwise-${plan}-1`;
  const text = {
    schema: 1,
    plan,
    build: { version, buildSha256 },
    command: cluster.command,
    data: [],
    runs: [],
    units: [],
    retries: 0,
  };
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-probe-'));
  try {
    const packed = await zipPackage(path.join(folder, 'package.zip'), text, []);
    await uploadZip(api, packed);
    await api.submit({
      entrypoint: ENTRYPOINT,
      submission_id: submission,
      runtime_env: { working_dir: `gcs://${packed.name}` },
      metadata: {},
    });
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
  const began = performance.now();
  for (;;) {
    const job = await api.job(submission);
    const events = changesIn((await api.log(submission)) ?? '');
    const hasEnded = job === null || (job.status !== 'PENDING' && job.status !== 'RUNNING');
    if (events.some(({ event }) => event === 'end')) return { nodes: nodesIn(events), problem: null };
    if (hasEnded) return { nodes: nodesIn(events), problem: (job?.message ?? '').slice(-500) };
    if (performance.now() - began > PATIENCE) {
      await api.stop(submission);
      return { nodes: nodesIn(events), problem: null };
    }
    await sleep(LOOK);
  }
}

function nodesIn(events: readonly ClusterEvent[]): Map<string, Probed> {
  const nodes = new Map<string, Probed>();
  for (const event of events)
    if (event.event === 'node' || event.event === 'refused') {
      const { node, version = null, buildSha256 = null, problem } = event;
      nodes.set(node, { version, buildSha256, problem: problem?.message ?? null });
    }
  return nodes;
}
