// Adds the npm package behind every GPU if a checkout lacks it: npm accepts a missing optional package.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { knownCause, lastLines } from './causes.mjs';
import { runNpm } from './command.mjs';
import { readJson, replaceFolder, writeJson } from './files.mjs';
import { NODE_MODULES, ROOT, STATE } from './paths.mjs';
import { say, SetupFailure, warn, withProgress } from './say.mjs';

const WEBGPU = path.join(NODE_MODULES, 'webgpu');
const FAILED = path.join(STATE, 'webgpu.json');

const wanted = () => readJson(path.join(ROOT, 'package-lock.json')).packages['node_modules/webgpu'];

const isThere = () => readJson(path.join(WEBGPU, 'package.json'))?.version === wanted().version;

/** @param {{ retry: boolean }} options retry: try again if it was unavailable before */
export const webGpuIsSettled = ({ retry }) => isThere() || (!retry && readJson(FAILED)?.version === wanted().version);

/** The program works without it, and says so; so it is tried once, and again by `npm run setup`. */
export async function addWebGpu() {
  try {
    await findWebGpu();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    writeJson(FAILED, { version: wanted().version });
    warn(`the package for GPUs (webgpu) is not there: ${error.message}`);
  }
}

/**
 * The optional package of package-lock.json, checked against the hash there.
 * @returns {Promise<string>} its location
 */
export async function findWebGpu() {
  if (isThere()) return WEBGPU;
  const { version, integrity } = wanted();
  const partial = path.join(STATE, 'webgpu.part');
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(partial, { recursive: true });
  say(`downloading the npm package webgpu ${version} (51 MB)`);
  const place = ['--prefix', partial, '--no-save', '--ignore-scripts', '--loglevel=error'];
  const outcome = await withProgress(
    'webgpu',
    () => '',
    () => runNpm(['install', ...place, `webgpu@${version}`]),
  );
  if (outcome.status !== 0)
    throw new SetupFailure(
      knownCause(outcome.output) ?? `npm could not get webgpu. It said: ${lastLines(outcome.output, 3)}`,
    );
  const got = readJson(path.join(partial, 'node_modules', '.package-lock.json')).packages['node_modules/webgpu'];
  if (got.integrity !== integrity)
    throw new SetupFailure(`the downloaded webgpu ${version} is not the one of package-lock.json.`);
  replaceFolder(path.join(partial, 'node_modules', 'webgpu'), WEBGPU);
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  return WEBGPU;
}
