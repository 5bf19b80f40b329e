/** npm run simulate: a power failure for each seed, and what was wrong after it (tests/power/README.md). */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deserialize } from 'node:v8';
import { failureOf, type Recording, tryFailure } from './attempts';
import { type SyncKind, SYNCS } from './disk';
import { placeIn } from './place';
import { STORIES } from './stories';

const USAGE = `npm run simulate -- [--seed N] [--seeds 100] [--story ${Object.keys(STORIES).join('|')}] [--without ${SYNCS.join('|')}] [--until-found]`;

/**
 * @param cache folder for recordings; one process at a time uses it
 * @returns the exit status: 1 if something was wrong after a failure
 */
export async function simulate(words: readonly string[], cache: string): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string' },
      story: { type: 'string' },
      without: { type: 'string' },
      'until-found': { type: 'boolean', default: false },
    },
  });
  const [seed, seeds] = [Number(values.seed), Number(values.seeds ?? 1)];
  const forgotten = SYNCS.find((kind) => kind === values.without) ?? null;
  const isStory = values.story === undefined || Object.hasOwn(STORIES, values.story);
  if (!Number.isInteger(seed) || !(seeds >= 1) || !isStory || (values.without !== undefined && forgotten === null)) {
    console.error(USAGE);
    return 2;
  }
  const folder = path.join(os.tmpdir(), `shelfwise-power-${hashOf(cache)}`);
  try {
    const recorded = await recordingsFor(folder, cache);
    const recordings = recorded.filter(({ story }) => (values.story ?? story) === story);
    return await tryAll(recordings, folder, { seed, seeds, forgotten, untilFound: values['until-found'] });
  } finally {
    process.chdir(os.tmpdir());
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function tryAll(
  recordings: readonly Recording[],
  folder: string,
  options: { seed: number; seeds: number; forgotten: SyncKind | null; untilFound: boolean },
): Promise<number> {
  const place = placeIn(folder);
  const began = performance.now();
  let [tried, found] = [0, 0];
  for (let seed = options.seed; seed < options.seed + options.seeds; seed++) {
    const drawn = failureOf(seed, recordings);
    const one = await tryFailure(seed, drawn, place, options.forgotten);
    tried++;
    if (one === null) continue;
    found++;
    const { story, system, cut, isAcknowledged } = drawn.failure;
    const when = `${isAcknowledged ? 'after' : 'during'} ${story}, on ${system}, at event ${cut - drawn.recording.durable}`;
    console.log(`seed ${seed}, ${when}: ${one.wrong.slice(0, 2000)}`);
    for (const lost of one.lost) console.log(`  lost: ${lost}`);
    if (options.untilFound) break;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${tried} power failures in ${seconds} s; after ${found} something was wrong.`);
  return found === 0 ? 0 : 1;
}

/** Recorded once for each build, at the place where they are tried: paths are kept in the workspace, so each start uses the same. */
async function recordingsFor(folder: string, cache: string): Promise<Recording[]> {
  const recorder = fileURLToPath(new URL('./record.mjs', import.meta.url));
  const target = path.join(cache, `${hashOfFolder(path.dirname(recorder))}.recordings`);
  if (!fs.existsSync(target)) {
    const recording = spawn(process.execPath, [recorder, folder, target], { stdio: 'inherit' });
    const [status] = (await once(recording, 'close')) as [number | null];
    if (status !== 0) throw new Error('The stories could not be recorded.');
  }
  return deserialize(fs.readFileSync(target)) as Recording[];
}

const hashOfFolder = (folder: string): string =>
  hashOf(
    ...fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.mjs'))
      .sort()
      .map((name) => fs.readFileSync(path.join(folder, name))),
  );

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
