// The addon under @tensorflow/tfjs-node: everything that computes on the processor. It is compiled here from
// src/engine/model/kernels/exact/addon, tested, and kept by the hash of its sources. Without it the program does
// everything but compute, and says so.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { hashOfAddon, compileAddon } from './compile-addon.mjs';
import { findZigFor, requireCompiler } from './compilers.mjs';
import { readJson, sha256OfFile, writeJson } from './files.mjs';
import { withLock } from './lock.mjs';
import { ADDON, ADDON_STATE, STATE } from './paths.mjs';
import { say, SetupFailure, warn, withProgress } from './say.mjs';
import { OWN_SYSTEM, SYSTEMS, targetOf } from './addon-targets.mjs';
import { testAddon } from './tested-addon.mjs';

const KEPT = path.join(STATE, 'addons');
/** As many as a few branches that are built in turn. */
const MOST_KEPT = 12;

/**
 * @typedef {object} AddonState
 * @property {string} madeOf
 * @property {string | null} reason why there is none
 * @property {string | null} sha256
 * @property {string | null} compiler
 */

/** @returns {AddonState | null} null if setup has not come to it */
export const readAddonState = () => readJson(ADDON_STATE);

/** @param {{ retry: boolean }} options retry: try again if it could not be built before */
export function addonIsSettled({ retry }) {
  const state = readAddonState();
  const target = targetOf(OWN_SYSTEM);
  if (state?.madeOf !== (target === null ? OWN_SYSTEM : hashOfAddon(target))) return false;
  return state.reason === null ? fs.existsSync(ADDON) : !retry;
}

const note = (reason) =>
  `Shelfwise cannot compute here: its addon is missing, because ${reason}\n` +
  'setup:       Everything else works. "npm run setup" tries again; docs/installing.md names the compilers.';

/** Repeats a warning that must not be forgotten. */
export function remindOfMissingAddon() {
  const reason = readAddonState()?.reason ?? null;
  if (reason !== null) warn(note(reason));
}

/** Puts the addon in its place, or records why there is none. */
export async function addAddon() {
  const target = targetOf(OWN_SYSTEM);
  let state;
  try {
    if (target === null) throw new SetupFailure(`it runs on ${SYSTEMS.join(', ')}, and this is ${OWN_SYSTEM}.`);
    const { file, compiler } = await madeAddon(OWN_SYSTEM);
    put(file);
    state = { madeOf: hashOfAddon(target), reason: null, sha256: await sha256OfFile(ADDON), compiler };
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    fs.rmSync(ADDON, { force: true });
    state = {
      madeOf: target === null ? OWN_SYSTEM : hashOfAddon(target),
      reason: error.message,
      sha256: null,
      compiler: null,
    };
    warn(note(error.message));
  }
  writeJson(ADDON_STATE, state);
}

/** By another name first: the present addon may be loaded, or be a hard link. */
function put(file) {
  fs.mkdirSync(path.dirname(ADDON), { recursive: true });
  fs.copyFileSync(file, `${ADDON}.part`);
  fs.renameSync(`${ADDON}.part`, ADDON);
}

/**
 * The addon of a system, compiled if none is kept that was made of the same sources.
 * @param {string} system
 * @param {{ withZig?: boolean }} [options] withZig: also where this computer has a compiler of its own
 * @returns {Promise<{ file: string, compiler: string }>}
 * @throws {SetupFailure} without a compiler, or if the addon is not as it must be
 */
export function madeAddon(system, { withZig = system !== OWN_SYSTEM } = {}) {
  const kind = `${system}${withZig ? '-zig' : ''}`;
  return withLock(`addon-${kind}`, () => keptAddon(system, withZig, path.join(KEPT, kind)));
}

async function keptAddon(system, withZig, kind) {
  const target = targetOf(system);
  const kept = `${kind}-${hashOfAddon(target).slice(0, 16)}`;
  const made = readJson(`${kept}.json`);
  const file = `${kept}.node`;
  if (made !== null && fs.existsSync(file)) {
    fs.utimesSync(file, new Date(), new Date());
    return { file, compiler: made.compiler };
  }
  const compiler = withZig ? await findZigFor(target) : await requireCompiler(target);
  say(`compiling the addon for ${system} with ${compiler.name}`);
  fs.mkdirSync(KEPT, { recursive: true });
  const partial = `${kept}.part.node`;
  await withProgress(
    'addon',
    () => '',
    () => compileAddon(target, compiler, partial, `${kind}-objects`),
  );
  if (system === OWN_SYSTEM) await testAddon(partial);
  fs.renameSync(partial, file);
  writeJson(`${kept}.json`, { compiler: compiler.name });
  removeOldest();
  return { file, compiler: compiler.name };
}

function removeOldest() {
  const files = fs.readdirSync(KEPT).filter((name) => name.endsWith('.node'));
  const byAge = files
    .map((name) => path.join(KEPT, name))
    .toSorted((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  for (const file of byAge.slice(MOST_KEPT)) {
    fs.rmSync(file, { force: true });
    fs.rmSync(file.replace(/node$/, 'json'), { force: true });
  }
}
