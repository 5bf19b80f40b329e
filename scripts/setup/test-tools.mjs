// What only tests need: another processor (qemu-x86_64) and another Node, where a run must give the same bits; strace,
// to check that nothing is sent; a browser, to use the window; and an ONNX runtime, where a model must give our scores.
// Tests whose tool is unavailable are skipped and say why (tests/support/test-tools.ts reads the state).
import * as fs from 'node:fs';
import * as path from 'node:path';
import { electronExecutable } from '../start/electron-binary.mjs';
import { knownCause, lastLines } from './causes.mjs';
import { findProgram, run } from './command.mjs';
import { fetchNode } from './fetched-package.mjs';
import { replaceFolder, writeJson } from './files.mjs';
import { findOldElectron } from './old-electron.mjs';
import { findOtherSystem } from './other-systems.mjs';
import { STATE } from './paths.mjs';
import { NODE_FOR_TESTS, ONNX_RUNTIME } from './pins.mjs';
import { say, SetupFailure, warn, withProgress } from './say.mjs';
import { canInstallSystemPackages, findSystemTool, installSystemPackages } from './system-packages.mjs';

const TOOLS_STATE = path.join(STATE, 'test-tools.json');
const ONNX_RUNTIME_FOLDER = path.join(STATE, `onnxruntime-${ONNX_RUNTIME.version}`);
/** Names that a browser may have, and the packages of one with Korean letters. */
const BROWSERS = ['chromium', 'google-chrome'];
const BROWSER_PACKAGES = ['chromium', 'fonts-noto-cjk'];
/** Names of the archiver of electron-builder. */
const ARCHIVERS = ['7za', '7zz'];
const isLinuxX64 = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * @typedef {object} Tool
 * @property {string | null} path
 * @property {string | null} reason why there is none
 */

/** What tests need of the system everywhere on Linux; a tool that is still missing is asked for by name below. */
const SYSTEM_TOOLS = [
  { programs: ['qemu-x86_64'], packages: ['qemu-user'] },
  { programs: ['strace'], packages: ['strace'] },
  { programs: ['Xvfb'], packages: ['xvfb'] },
  { programs: BROWSERS, packages: BROWSER_PACKAGES },
  { programs: ARCHIVERS, packages: ['7zip'] },
];

/** Installs them at once, which takes a third of the time of one after the other, and needs nothing else of setup. */
export async function installSystemTools() {
  if (!canInstallSystemPackages() || !isLinuxX64()) return;
  const missing = SYSTEM_TOOLS.filter(({ programs }) => programs.every((name) => findProgram(name) === null));
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  await installSystemPackages(packages, 'tests need them').catch((error) => warn(error.message));
}

/**
 * Cheap when everything is installed, so it keeps no stamp: a qemu removed since is noticed. What comes over the network
 * comes side by side.
 */
export async function installTestTools() {
  const [node24, electron, onnxRuntime] = await Promise.all(
    [findNode, findElectron, findOnnxRuntime].map(toolOrReason),
  );
  const tools = {
    qemu: await toolOrReason(findQemu),
    node24,
    strace: await toolOrReason(findStrace),
    electron,
    xvfb: await toolOrReason(findXvfb),
    browser: await toolOrReason(findBrowser),
    sevenZip: await toolOrReason(findSevenZip),
    dpkgDeb: await toolOrReason(findDpkgDeb),
    onnxRuntime,
    ...(process.env.SHELFWISE_TESTS === 'all' && (await toolsOfRareTests())),
  };
  writeJson(TOOLS_STATE, tools);
  for (const [name, { reason }] of Object.entries(tools))
    if (reason !== null) warn(`the tests that need ${name} will be skipped: ${reason}`);
}

/** A gigabyte and a half. */
async function toolsOfRareTests() {
  return {
    armCompiler: await toolOrReason(findArmCompiler),
    windows: await toolOrReason(async () => (await findOtherSystem('win32-x64')).node[0]),
    linuxOnArm: await toolOrReason(async () => (await findOtherSystem('linux-arm64')).node[0]),
  };
}

async function toolOrReason(find) {
  try {
    return { path: await find(), reason: null };
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    return { path: null, reason: error.message };
  }
}

async function findQemu() {
  if (!isLinuxX64()) throw new SetupFailure('it emulates a processor for Linux programs only.');
  return findSystemTool(['qemu-x86_64'], ['qemu-user'], 'tests run the program on emulated processors');
}

async function findArmCompiler() {
  if (!isLinuxX64()) throw new SetupFailure('it compiles for an emulated processor on Linux only.');
  return findSystemTool(
    ['aarch64-linux-gnu-g++'],
    ['g++-aarch64-linux-gnu'],
    'a test computes with our kernels on an emulated ARM processor',
  );
}

async function findStrace() {
  if (process.platform !== 'linux') throw new SetupFailure('it traces programs on Linux only.');
  const program = await findSystemTool(['strace'], ['strace'], 'a test sees by it that nothing is sent anywhere');
  // Containers may forbid it.
  const { status, output } = await run([program, '-f', process.execPath, '--version']);
  if (status !== 0) throw new SetupFailure(`strace may not trace programs here. It said: ${lastLines(output, 1)}`);
  return program;
}

/**
 * Uses the current one if its binary was fetched, which tests do not do: it is as large as everything else together.
 */
const findElectron = async () => electronExecutable() ?? findOldElectron();

async function findXvfb() {
  if (process.platform !== 'linux') throw new SetupFailure('windows have a screen of their own here.');
  return findSystemTool(['Xvfb'], ['xvfb'], 'tests open windows on a screen that nobody sees');
}

/** @returns {Promise<string>} the archiver of electron-builder, installed if permitted */
export async function findSevenZip() {
  return findSystemTool(ARCHIVERS, ['7zip'], 'it packs archives');
}

async function findDpkgDeb() {
  if (process.platform !== 'linux') throw new SetupFailure('Debian packages are made on Linux.');
  return findSystemTool(['dpkg-deb'], ['dpkg'], 'a test makes the Debian package');
}

/** Where the system's Vulkan loader looks for drivers. */
const VULKAN_DRIVERS = ['/usr/share/vulkan/icd.d', '/etc/vulkan/icd.d'];

/**
 * Only for `npm run test:gpu`: 85 MB.
 * @returns {Promise<string>} Mesa's software Vulkan driver, installed if permitted
 */
export async function findLavapipe() {
  if (process.platform !== 'linux')
    throw new SetupFailure('Mesa’s Vulkan in software is for Linux only; the tests use a GPU where there is one.');
  const find = () =>
    VULKAN_DRIVERS.filter((folder) => fs.existsSync(folder))
      .flatMap((folder) => fs.readdirSync(folder).map((file) => path.join(folder, file)))
      .find((file) => path.basename(file).startsWith('lvp_icd')) ?? null;
  const packages = ['mesa-vulkan-drivers', 'libvulkan1'];
  const found = find();
  if (found !== null) return found;
  if (!canInstallSystemPackages())
    throw new SetupFailure(`Mesa’s lavapipe is missing (Debian and Ubuntu: sudo apt install ${packages.join(' ')}).`);
  await installSystemPackages(packages, 'tests compute on a GPU in software (85 MB)');
  const installed = find();
  if (installed === null)
    throw new SetupFailure(`${packages[0]} was installed, and there is no lvp_icd in ${VULKAN_DRIVERS[0]}.`);
  return installed;
}

// Playwright's own browsers are hundreds of megabytes; the system's is sufficient for the tests.
async function findBrowser() {
  if (process.platform !== 'linux') throw new SetupFailure('the tests use the browser of a Linux system only.');
  const program = await findSystemTool(BROWSERS, BROWSER_PACKAGES, 'tests use the window as a person does');
  // On Ubuntu the name may be a stub for a missing snap.
  const { status, output } = await run([program, '--version']);
  if (status !== 0) throw new SetupFailure(`${program} does not start here. It said: ${lastLines(output, 1)}`);
  return program;
}

/** @returns {Promise<string>} the second Node, downloaded if missing */
export async function findNode() {
  if (!isLinuxX64()) throw new SetupFailure(`${NODE_FOR_TESTS.package} runs on Linux x64 only.`);
  return fetchNode(NODE_FOR_TESTS, 'for the tests');
}

/** @returns {Promise<string>} the folder of Python packages with it, downloaded if missing */
async function findOnnxRuntime() {
  if (fs.existsSync(ONNX_RUNTIME_FOLDER)) return ONNX_RUNTIME_FOLDER;
  const { version, numpy } = ONNX_RUNTIME;
  const partial = `${ONNX_RUNTIME_FOLDER}.part`;
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  say(`downloading onnxruntime ${version} for the tests (50 MB) with python3 -m pip`);
  const packages = [`onnxruntime==${version}`, `numpy==${numpy}`];
  const options = [
    '--target',
    partial,
    '--only-binary=:all:',
    '--no-compile',
    '--quiet',
    '--disable-pip-version-check',
  ];
  const outcome = await withProgress(
    'onnxruntime',
    () => '',
    () => run(['python3', '-m', 'pip', 'install', ...options, ...packages]),
  );
  if (outcome.status !== 0)
    throw new SetupFailure(
      knownCause(outcome.output) ?? `pip could not get it. It said: ${lastLines(outcome.output, 3)}`,
    );
  replaceFolder(partial, ONNX_RUNTIME_FOLDER);
  return ONNX_RUNTIME_FOLDER;
}
