/**
 * Ends a trainer whose parent was killed. The trainer also sees the closed channel, but only between steps, and a step
 * that blocks the main thread (the inverse of EASE) may take minutes, during which the run would count as running. A
 * separate thread notices at once.
 */
import { Worker } from 'node:worker_threads';

/** Milliseconds between two looks. */
const INTERVAL = 250;

/** As text, because a worker otherwise needs its own file, whose path differs between source tree and build. */
const SOURCE = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
}, workerData.interval);
`;

/** @param parent ID of the process that forked this one; on Windows it never changes, and only the channel tells */
export function endWithParent(parent: number): void {
  const worker = new Worker(SOURCE, { eval: true, name: 'parent', workerData: { parent, interval: INTERVAL } });
  worker.unref();
}
