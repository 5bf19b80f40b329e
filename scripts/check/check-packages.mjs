// Tests of packages: makes those of all systems, then installs, uses and removes those of Linux and Windows, each in a
// namespace of its own without a network, and looks through the others. Takes some minutes and 4 GB.
import { generateKeyPairSync } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { run, runVisibly } from '../setup/command.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say, SetupFailure, warn } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { findSystemTool } from '../setup/system-packages.mjs';
import { ownNamespace } from './check-cluster.mjs';
import { VITEST } from './tools.mjs';

const TESTS = 'tests/package';
const RUNTIME = path.join(ROOT, TESTS, 'support', 'app-image-runtime.sh');
/** A whole number of pages. */
const RUNTIME_BYTES = 4096;
/** Of a server that tests/package/updates.alone.test.ts starts. */
const FEED = 'http://127.0.0.1:48123/updates.json';

/**
 * @param {string[]} filters for vitest; empty for all tests of packages
 * @returns {Promise<number | null>} the exit status; null where the tests cannot run here, which is said
 */
export async function checkPackages(filters) {
  process.env.SHELFWISE_TESTS = 'all';
  if (!(await setUp({ tests: true }))) return 1;
  const folder = process.env.SHELFWISE_TEST_PACKAGES ?? fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-packages-'));
  try {
    const inside = await ownNamespace();
    await findSystemTool(['sshfs'], ['sshfs', 'openssh-sftp-server'], 'a test has a home on a network drive');
    for (const tool of ['squashfuse', 'unsquashfs', 'fusermount3'])
      await findSystemTool([tool], ['squashfuse', 'squashfs-tools', 'fuse3'], 'a test mounts an AppImage');
    const runtime = ['--appimage-runtime', standInRuntime(folder)];
    const updates = ['--update-feed', FEED, '--update-key', newKey(folder)];
    for (const words of [
      ['--target', 'linux-x64', ...runtime, ...updates],
      ['--target', 'win32-x64'],
      ['--target', 'linux-arm64'],
      ['--target', 'darwin-x64'],
      ['--target', 'darwin-arm64'],
    ])
      if (!isMade(folder, words[1]) && (await makePackages([...words, '--out', folder])) !== 0) return 1;
    const command = [...inside, ...VITEST, 'run', ...(filters.length === 0 ? [TESTS] : filters)];
    return await runVisibly(command, { env: { SHELFWISE_TEST_PACKAGES: folder } });
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    warn(`the tests of packages cannot run here: ${error.message}`);
    return null;
  } finally {
    if (process.env.SHELFWISE_TEST_PACKAGES === undefined) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** With SHELFWISE_TEST_PACKAGES, a folder of packages made before is tried again. */
const isMade = (folder, system) =>
  fs
    .readdirSync(folder)
    .some((name) => name.endsWith(`-${system.replace('win32', 'windows').replace('darwin', 'macos')}.sha256`));

async function makePackages(words) {
  say(`making the packages: ${words.join(' ')}`);
  const { status, output } = await run([process.execPath, path.join(ROOT, 'scripts', 'package.mjs'), ...words]);
  console.log(output.trimEnd());
  return status;
}

/** @returns {string} a private key for this folder of packages; the command takes its public part */
function newKey(folder) {
  const file = path.join(folder, 'update-key.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  if (!fs.existsSync(file)) fs.writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

/** In place of the official one, which is a download: a script, padded to a known length. */
function standInRuntime(folder) {
  const file = path.join(folder, 'runtime');
  const text = fs.readFileSync(RUNTIME, 'utf8').replaceAll('@OFFSET@', String(RUNTIME_BYTES));
  fs.writeFileSync(file, text.padEnd(RUNTIME_BYTES, '\n'), { mode: 0o755 });
  return file;
}
