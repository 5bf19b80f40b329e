/** Packs and follows plans: requests to the driver, and its events. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../../../src/features/cluster/engine/http';
import { version } from '../../../package.json';
import { JobsApi } from '../../../src/features/cluster/engine/jobs-api';
import type { Unit } from '../../../src/features/work-schemas';
import type { UnitAnswer } from '../../../src/shared/contract/unit';
import { temporaryFolder } from '../../support/finished-run';
import { writeZipOf } from '../../support/zip-files';
import type { RayCluster } from './ray-cluster';

const DRIVER = path.resolve(import.meta.dirname, '../../../cluster/shelfwise_ray');

export interface PlannedUnit {
  readonly id: string;
  readonly unit: Unit;
  readonly after?: readonly string[];
  readonly bring?: boolean;
}

export interface Event {
  readonly n: number;
  readonly event: string;
  readonly unit?: string;
  readonly node?: string;
  readonly text?: string;
  readonly answer?: UnitAnswer;
  readonly result?: { name: string; bytes: number; sha256: string } | null;
  readonly problem?: { code: string; message: string } | null;
  readonly done?: number;
  readonly failed?: number;
}

export interface Submitted {
  readonly api: JobsApi;
  readonly plan: string;
  readonly submission: string;
}

/** @param snapshot the folder of the data set */
export async function submit(
  cluster: RayCluster,
  plan: string,
  of: { units: readonly PlannedUnit[]; snapshot: string; buildSha256: string },
): Promise<Submitted> {
  const api = new JobsApi({ address: cluster.address, token: cluster.token });
  const fingerprint = path.basename(of.snapshot);
  const file = `data/${fingerprint}.zip`;
  const content = {
    schema: 1,
    plan,
    build: { version, buildSha256: of.buildSha256 },
    data: [{ fingerprint, file }],
    runs: [],
    units: of.units,
    retries: 3,
  };
  const code = await filesOf(DRIVER, (name) => name.endsWith('.py'));
  const packed = await zipOf({
    'plan.json': Buffer.from(JSON.stringify(content)),
    [file]: await zipOf(await filesOf(of.snapshot, () => true)),
    ...Object.fromEntries(Object.entries(code).map(([name, bytes]) => [`shelfwise_ray/${name}`, bytes])),
  });
  const name = `_ray_pkg_${createHash('sha256').update(packed).digest('hex').slice(0, 32)}.zip`;
  await api.upload(name, { size: packed.length, content: () => Readable.from([packed]) });
  const submission = `shelfwise-${plan}-1`;
  await api.submit({
    entrypoint: 'python -m shelfwise_ray plan.json',
    submission_id: submission,
    runtime_env: { working_dir: `gcs://${name}` },
    metadata: { shelfwise: plan },
  });
  return { api, plan, submission };
}

async function zipOf(contents: Record<string, Uint8Array>): Promise<Buffer> {
  const file = path.join(await temporaryFolder(), 'package.zip');
  await writeZipOf(file, contents);
  return fs.readFile(file);
}

async function filesOf(folder: string, isWanted: (name: string) => boolean): Promise<Record<string, Buffer>> {
  const names = (await fs.readdir(folder)).filter(isWanted).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await fs.readFile(path.join(folder, name))] as const)),
  );
}

export async function eventsOf({ api, submission }: Submitted): Promise<Event[]> {
  const log = await api.log(submission);
  return log!
    .split('\n')
    .flatMap((line) => (line.startsWith('shelfwise {') ? [JSON.parse(line.slice(10)) as Event] : []));
}

/** Waits for an event. @throws Error with the whole log if the job ends without it */
export async function eventWhere(submitted: Submitted, isIt: (event: Event) => boolean): Promise<Event> {
  for (;;) {
    const job = await submitted.api.job(submitted.submission);
    const found = (await eventsOf(submitted)).find(isIt);
    if (found !== undefined) return found;
    if (job === null || job.status === 'FAILED' || job.status === 'SUCCEEDED' || job.status === 'STOPPED')
      throw new Error(`the job has ended: ${await submitted.api.log(submitted.submission)}`);
    await sleep(200);
  }
}

/** All events of a finished plan. */
export async function followed(submitted: Submitted): Promise<Event[]> {
  await eventWhere(submitted, ({ event }) => event === 'end');
  return eventsOf(submitted);
}

/** The result file of a unit, from the driver's node. */
export async function resultOf(submitted: Submitted, events: readonly Event[], unit: string): Promise<Buffer> {
  const node = events.find(({ event }) => event === 'cluster')!.node!;
  const { result } = events.find((one) => one.event === 'done' && one.unit === unit)!;
  const query = new URLSearchParams({
    node_id: node,
    filename: `shelfwise/${submitted.plan}/${result!.name}`,
    lines: '-1',
    timeout: '600',
  });
  const pieces: Buffer[] = [];
  const reply = await ask(submitted.api.place, {
    path: `/api/v0/logs/file?${query}`,
    onPiece: (piece) => void pieces.push(piece),
  });
  if (reply.status !== 200) throw new Error(reply.text);
  return Buffer.concat(pieces);
}
