/**
 * Ends a trainer whose parent was killed. The closed channel tells it so too, but only between two steps: a step that blocks the main thread (the
 * inverse of EASE) may take minutes, in which the run would count as being trained. A thread of its own sees it at once.
 */
import { Worker } from 'node:worker_threads';

/** Milliseconds from one look to the next. */
const INTERVAL = 250;

/** As text, because a worker needs a file of its own otherwise, which differs between the source tree and the build. */
const SOURCE = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
}, workerData.interval);
`;

/** @param parent ID of the process that forked this one; on Windows it never changes, and the channel has to do */
export function endWithParent(parent: number): void {
  const worker = new Worker(SOURCE, { eval: true, name: 'parent', workerData: { parent, interval: INTERVAL } });
  worker.unref();
}
