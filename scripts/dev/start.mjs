// Reads the options, sets the checkout up, and hands over to the rest in TypeScript, which needs the packages.
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';

const OPTIONS = {
  port: { type: 'string', default: '47114' },
  workspace: { type: 'string' },
  inspect: { type: 'boolean', default: false },
};
const ALLOWED = '--port N, --workspace DIR, --inspect (for a debugger, docs/debugging.md)';

function readOptions(args) {
  try {
    const { port, workspace, inspect } = parseArgs({ args, options: OPTIONS }).values;
    if (!/^\d+$/.test(port) || Number(port) > 65_535)
      throw new Error(`--port takes a number up to 65535, not ${String(port)}`);
    return { port: Number(port), inspect, workspace: workspace === undefined ? undefined : path.resolve(workspace) };
  } catch (error) {
    console.error(`dev: ${error.message}. Allowed: ${ALLOWED}`);
    return null;
  }
}

/** @param {string[]} args */
export async function startDevelopment(args) {
  const options = readOptions(args);
  if (options === null) return void (process.exitCode = 2);
  if (!(await setUp({ program: false }))) return void (process.exitCode = 1);
  process.chdir(ROOT);
  const { runnerImport } = await import('vite');
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { module } = await runnerImport(main, { configFile: false, logLevel: 'error' });
  await module.develop(options);
}
