// A program that goes on until its user ends it.
import { spawn } from 'node:child_process';
import { ROOT } from '../setup/paths.mjs';

/**
 * Ctrl-C reaches the program by itself (it is in the same group) and it ends in order; until then we stay, so that the terminal is
 * not given back while it still speaks.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [environment] this process's own where absent
 * @returns {Promise<number>} its exit status; 1 when a signal ended it
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
