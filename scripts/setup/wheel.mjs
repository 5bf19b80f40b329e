// Downloads pinned wheels (scripts/setup/pins.mjs) with pip, which knows the user's mirror, proxy, certificates and
// cache.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { isNetworkFailure, knownCause, lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { sha256OfFile, sizeOfFolder } from './files.mjs';
import { NativeUnavailable } from './native-state.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';
import { canInstallSystemPackages, installSystemPackages } from './system-packages.mjs';

const PYTHONS = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const CANDIDATES = [...PYTHONS.map((python) => [python, '-m', 'pip']), ['pip3'], ['pip']];

async function findPip() {
  for (const candidate of CANDIDATES) if ((await run([...candidate, '--version'])).status === 0) return candidate;
  return null;
}

async function requirePip(wheel) {
  const found = await findPip();
  if (found !== null) return found;
  if (canInstallSystemPackages()) {
    await installSystemPackages(['python3-pip'], `pip downloads ${wheel.name} ${wheel.version}`);
    const installed = await findPip();
    if (installed !== null) return installed;
  }
  throw new NativeUnavailable(
    'there is no pip to download it with. Install Python with pip (Debian and Ubuntu: sudo apt install python3-pip) and run "npm run setup" again.',
  );
}

/** A wheel that an interrupted setup had already downloaded completely. */
async function downloadedWheel(wheel, folder) {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.whl')) : [];
  for (const name of names) {
    const file = path.join(folder, name);
    if ((await sha256OfFile(file)) === wheel.sha256) return file;
  }
  return null;
}

/**
 * @param {import('./pins.mjs').Wheel} wheel
 * @param {string} folder for downloads of this wheel only: it is emptied
 * @returns {Promise<string>} the wheel's path, its hash checked
 * @throws {NativeUnavailable} where there is no pip, or pip knows no such wheel
 * @throws {SetupFailure} no network, no space, or another file than the pinned one
 */
export async function fetchWheel(wheel, folder) {
  const pip = await requirePip(wheel);
  const kept = await downloadedWheel(wheel, folder);
  if (kept !== null) return kept;
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(folder, { recursive: true });
  say(`downloading ${wheel.name} ${wheel.version} (${wheel.megabytes} MB) with ${pip.join(' ')}`);
  const outcome = await withProgress(
    wheel.name,
    () => `${Math.min(wheel.megabytes, Math.round(sizeOfFolder(folder) / 1e6))} of ${wheel.megabytes} MB`,
    () => download(pip, wheel, folder),
  );
  const file = outcome.status === 0 ? await downloadedWheel(wheel, folder) : null;
  if (file !== null) return file;
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  if (outcome.status !== 0) throw downloadFailure(outcome.output, wheel);
  throw new SetupFailure(
    `What was downloaded as ${wheel.project} ${wheel.version} is not the file that this version of Shelfwise was tested with ` +
      `(its SHA-256 is not ${wheel.sha256}). It was deleted. Run the command again; if the same happens, ask who runs your package mirror.`,
  );
}

function download(pip, wheel, folder) {
  const flags = ['--no-deps', '--only-binary=:all:', '--implementation', 'cp'];
  const target = ['--platform', wheel.platform, '--python-version', wheel.python, '--dest', folder];
  // TMPDIR: the system's may be a small memory disk, and here the progress is visible. Downloading needs no Python
  // venv.
  const env = { TMPDIR: folder, PIP_REQUIRE_VIRTUALENV: '0', PIP_DISABLE_PIP_VERSION_CHECK: '1' };
  return run([...pip, 'download', ...flags, ...target, `${wheel.project}==${wheel.version}`], { env });
}

function downloadFailure(output, wheel) {
  const cause = knownCause(output);
  if (isNetworkFailure(output)) return new SetupFailure(`${cause} ${wheel.without}`);
  if (cause !== null) return new SetupFailure(cause);
  return new NativeUnavailable(`pip could not get it. It said: ${lastLines(output, 3)}`);
}
