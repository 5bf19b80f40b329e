/**
 * A thread that ends the process if a case exceeds its deadline: a loop that never yields cannot be stopped from
 * within.
 */
import { Worker } from 'node:worker_threads';

/** Milliseconds: far above the slowest case on a busy machine. */
export const DEADLINE = 45_000;

const THREAD = `
const { parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let timer = null;
parentPort.on('message', ({ name, deadline }) => {
  clearTimeout(timer);
  if (name === null) return;
  timer = setTimeout(() => {
    writeSync(2, 'HANGS: ' + name + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, deadline);
});`;

let thread: Worker | null = null;

/** Does `work`; if it does not end in time, kills the process with the case's name on standard error. */
export async function underWatch<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (thread === null) {
    thread = new Worker(THREAD, { eval: true });
    thread.unref();
  }
  thread.postMessage({ name, deadline: DEADLINE });
  try {
    return await work();
  } finally {
    thread.postMessage({ name: null });
  }
}
