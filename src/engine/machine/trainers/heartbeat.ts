/**
 * The sign of life of a run: files `heartbeat.<generation>` in its folder, of which the highest counts.
 *
 * A trainer is alive if it keeps writing (signs-of-life.ts), not if its process ID exists: IDs are reused, and a frozen trainer must be replaceable.
 * The ID only helps the other way round: if the process is certainly gone, there is no need to wait.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { STAGES } from '../../../shared/contract/run';
import { toShelfwiseError } from '../../../shared/errors';
import { hostIdentity, isProcessGone } from '../../storage/processes';
import { jsonOrNull } from '../../storage/read-files';

const heartbeatSchema = z.object({
  token: z.string(),
  pid: z.int(),
  /** Name of the machine, and on Linux of the process ID namespace: IDs of another container mean nothing here. */
  host: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Announced by the program that starts the trainer, which has not taken over yet. */
  starting: z.boolean(),
  stage: z.enum(STAGES).nullable(),
  /** 0 to 1 over the whole run. */
  fraction: z.number(),
});
export type HeartbeatContent = z.infer<typeof heartbeatSchema>;
export type Heartbeat = HeartbeatContent & { generation: number };

const FILE = /^heartbeat\.(\d{1,9})$/;

export const heartbeatFile = (folder: string, generation: number): string =>
  path.join(folder, `heartbeat.${generation}`);

/** Generations with a file in a run folder, highest first; empty if the folder does not exist. */
export async function heartbeatGenerations(folder: string): Promise<number[]> {
  let names: string[];
  try {
    names = await fs.readdir(folder);
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return [];
    throw error;
  }
  return names
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => right - left);
}

/** The highest heartbeat, alive or not; null if there is none. */
export async function readHeartbeat(folder: string): Promise<Heartbeat | null> {
  for (let before = ''; ;) {
    const generations = await heartbeatGenerations(folder);
    for (const generation of generations) {
      const heartbeat = await readGeneration(folder, generation);
      if (heartbeat !== null) return heartbeat;
    }
    // Listed again but still unreadable: a dangling link.
    if (generations.length === 0 || generations.join() === before) return null;
    before = generations.join();
    // A trainer that took over created its own file before it removed the listed ones: another look finds it.
  }
}

async function readGeneration(folder: string, generation: number): Promise<Heartbeat | null> {
  const file = heartbeatFile(folder, generation);
  try {
    const text = await fs.readFile(file, 'utf8');
    const parsed = heartbeatSchema.safeParse(jsonOrNull(text));
    if (parsed.success) return { ...parsed.data, generation };
    // Created but not filled yet: its maker holds the lock as long as the file is young.
    const { mtime } = await fs.stat(file);
    return {
      // No owner known yet (isUnfilled).
      token: '',
      pid: 0,
      host: '',
      at: mtime.toISOString(),
      starting: true,
      stage: null,
      fraction: 0,
      generation,
    };
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return null;
    throw error;
  }
}

/** Whether its file was just created, so that its owner, and whether it is an announcement, is still unknown. */
export const isUnfilled = ({ token }: HeartbeatContent): boolean => token === '';

export const isOfThisHost = ({ host }: HeartbeatContent): boolean => host === hostIdentity();

/** True only if certain: the process was on this machine, and its ID no longer exists. For an announcement, the process that made it counts. */
export function isGone(heartbeat: HeartbeatContent): boolean {
  return isOfThisHost(heartbeat) && isProcessGone(heartbeat.pid);
}
