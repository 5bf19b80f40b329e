// Runs a program until its user ends it.
import { spawn } from 'node:child_process';
import { ROOT } from '../setup/paths.mjs';

/**
 * Ctrl-C reaches the program by itself (same process group) and it ends in order. We stay until then, so that the
 * terminal is not returned while it still prints.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [environment] by default this process's
 * @returns {Promise<number>} its exit status; 1 if a signal ended it
 */
export function runToItsEnd([program, ...args], environment = process.env) {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: environment });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
}
