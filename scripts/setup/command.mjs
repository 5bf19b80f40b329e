// Runs other programs and collects their output.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number | null} status null when the program could not be started or was ended by a signal
 * @property {string | null} signal
 * @property {string} output what it printed, both streams together, the last megabyte
 */

const KEPT_OUTPUT = 1_000_000;

/**
 * Runs a program to its end; never throws, so that the caller can explain the failure.
 * @param {string[]} command the program and its arguments
 * @param {{ cwd?: string, env?: Record<string, string>, shell?: boolean, timeout?: number, givesWay?: boolean }} [options]
 * timeout: milliseconds; givesWay: whether it takes what other programs leave of the processors
 * @returns {Promise<Outcome>}
 */
export function run([program, ...args], options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      shell: options.shell ?? false,
      timeout: options.timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (options.givesWay === true && child.pid !== undefined)
      os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    const keep = (chunk) => (output = (output + chunk).slice(-KEPT_OUTPUT));
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ status: null, signal: null, output: `${output}${error.message}` }));
    child.on('close', (status, signal) => resolve({ status, signal, output }));
  });
}

/**
 * Runs a program with its output visible.
 * @param {string[]} command
 * @param {{ env?: Record<string, string> }} [options]
 * @returns {Promise<number>} its exit status; 1 if a signal ended it
 */
export function runVisibly([program, ...args], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...options.env }, stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/**
 * The npm that started this script, otherwise the one on the path.
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
export function runNpm(args) {
  const own = process.env['npm_execpath'];
  if (own && /npm-cli\.c?js$/.test(own)) return run([process.execPath, own, ...args]);
  // npm is a batch file on Windows, which needs a shell.
  return run(['npm', ...args], { shell: process.platform === 'win32' });
}

/**
 * Runs an npm command that prints one JSON object.
 * @param {string[]} args
 * @returns {Promise<{ answer: any, output: string }>} answer: null without one; output: what it printed instead
 */
export async function askNpm(args) {
  const { output } = await runNpm([...args, '--loglevel=silent']);
  try {
    // Node may print warnings around it.
    return { answer: JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)), output };
  } catch {
    return { answer: null, output };
  }
}

/**
 * @param {string} program
 * @returns {string | null} its location on the path
 */
export function findProgram(program) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean))
    for (const ending of endings) {
      const file = path.join(folder, program + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  return null;
}
