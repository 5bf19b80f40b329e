// Tests of work on a cluster: those of the driver's Python, then a Ray cluster with a token, a head and two nodes. It
// runs in its own network and process namespace: nothing reaches it from outside, and nothing survives the tests.
import * as path from 'node:path';
import { findProgram, run, runVisibly } from '../setup/command.mjs';
import { ROOT } from '../setup/paths.mjs';
import { findRay } from '../setup/ray.mjs';
import { say, SetupFailure, warn } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { VITEST } from './tools.mjs';

const TESTS = 'tests/cluster/ray';

/**
 * @param {string[]} filters for vitest; empty for all tests on a cluster
 * @returns {Promise<number | null>} the exit status; null where the tests cannot run here, which is said
 */
export async function checkCluster(filters) {
  if (!(await setUp())) return 1;
  try {
    const python = await findRay();
    const inside = await ownNamespace();
    const folder = path.join(ROOT, 'cluster');
    say('the tests of the driver (cluster/tests)');
    const status = await runVisibly([
      python,
      '-m',
      'pytest',
      '-q',
      '--rootdir',
      folder,
      '-c',
      path.join(folder, 'pyproject.toml'),
      folder,
    ]);
    if (status !== 0) return status;
    say('the tests on a cluster of three nodes on this computer; they take some minutes and 2 GB');
    const command = [...inside, ...VITEST, 'run', ...(filters.length === 0 ? [TESTS] : filters)];
    return await runVisibly(command, { env: { SHELFWISE_TEST_RAY: python } });
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    warn(`the tests on a cluster cannot run here: ${error.message}`);
    return null;
  }
}

/** The command prefix that starts a program in its own namespaces, with a loopback device. @throws SetupFailure */
export async function ownNamespace() {
  if (process.platform !== 'linux') throw new SetupFailure('they need the namespaces of Linux.');
  for (const tool of ['unshare', 'ip'])
    if (findProgram(tool) === null)
      throw new SetupFailure(`${tool} is missing (Debian and Ubuntu: sudo apt install util-linux iproute2).`);
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const words = ['unshare', ...asRoot, '--net', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c'];
  words.push('ip link set lo up && exec "$@"', 'sh');
  const { status, output } = await run([...words, 'true']);
  if (status !== 0) throw new SetupFailure(`this system allows no namespaces. It said: ${output.trim()}`);
  return words;
}
