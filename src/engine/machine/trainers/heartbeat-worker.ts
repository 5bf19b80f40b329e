/**
 * Writes the heartbeat from its own thread: an epoch or the inverse of EASE blocks the main thread for longer than a reader waits. The
 * worker is a text, because a worker file would have different paths in the source tree and the build.
 */
import { Worker } from 'node:worker_threads';
import { STAGES, type Stage } from '../../../shared/contract/run';
import type { HeartbeatContent } from './heartbeat';

/** The content is padded to this length and written in one call at position 0, so that no reader sees a part of it. */
export const HEARTBEAT_BYTES = 1024;
const INTERVAL = 1000;

const SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const fs = require('node:fs');
const { folder, generation, content, progress, stages, bytes, interval } = workerData;
const file = fs.openSync(folder + '/heartbeat.' + generation, 'r+');
function beat() {
  try {
    const highest = Math.max(0, ...fs.readdirSync(folder).map((name) => Number(/^heartbeat\\.(\\d{1,9})$/.exec(name)?.[1] ?? 0)));
    if (highest !== generation) return parentPort.postMessage('lost');
    const text = JSON.stringify({ ...content, at: new Date().toISOString(), stage: stages[progress[0]] ?? null, fraction: progress[1] });
    fs.writeSync(file, Buffer.alloc(bytes, text + ' '.repeat(Math.max(0, bytes - Buffer.byteLength(text)))), 0, bytes, 0);
  } catch {
    // A full disk or a network drive that is away for a moment: the next beat tries again.
  }
}
const timer = setInterval(beat, interval);
parentPort.on('message', (message) => {
  if (message === 'beat') return beat();
  clearInterval(timer);
  fs.closeSync(file);
  parentPort.close();
});
beat();
`;

interface Beating {
  set(stage: Stage | null, fraction: number): void;
  /** Resolves once nothing more is written. */
  stop(): Promise<void>;
}

/** Starts to beat in heartbeat.<generation>, which must exist; calls `onLost` when a higher generation has taken over. */
export function startBeating(
  folder: string,
  generation: number,
  content: HeartbeatContent,
  onLost: () => void,
): Beating {
  const progress = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT));
  const set = (stage: Stage | null, fraction: number): void => {
    progress[0] = stage === null ? -1 : STAGES.indexOf(stage);
    progress[1] = fraction;
  };
  set(content.stage, content.fraction);
  const workerData = {
    folder,
    generation,
    content,
    progress,
    stages: STAGES,
    bytes: HEARTBEAT_BYTES,
    interval: INTERVAL,
  };
  const worker = new Worker(SOURCE, { eval: true, name: 'heartbeat', workerData });
  worker.on('message', onLost);
  worker.on('error', onLost);
  worker.unref();
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    set,
    async stop() {
      worker.ref();
      worker.postMessage('stop');
      await ended;
    },
  };
}
