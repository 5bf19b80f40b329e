// Adds the npm package behind every GPU if a checkout lacks it: npm accepts a missing optional package.
import * as path from 'node:path';
import { fetchPackage } from './fetched-package.mjs';
import { readJson, replaceFolder, writeJson } from './files.mjs';
import { NODE_MODULES, ROOT, STATE } from './paths.mjs';
import { SetupFailure, warn } from './say.mjs';

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
  replaceFolder(await fetchPackage({ package: 'webgpu', version, integrity }, 'for GPUs (51 MB)'), WEBGPU);
  return WEBGPU;
}
