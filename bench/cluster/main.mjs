#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { ownNamespace } from '../../scripts/check/check-cluster.mjs';
import { findRay } from '../../scripts/setup/ray.mjs';
import { readOptions } from '../support/options.mjs';
import { BENCH } from '../support/places.mjs';

const ROOT = path.join(BENCH, '..');
const HELP = `What a Ray cluster costs and brings, all of it on this computer: the time of a plan, overhead a unit, bytes sent and brought home, and how work
grows over 1, 2 and 4 nodes of a core each. Beside it, the same units here, one at a time on one thread, before and after. Needs the build (npm run setup), Linux.
  npm run bench -- cluster [--units 8] [--workers 1,2,4] [--recipe quick]
`;
const options = readOptions(HELP, {
  units: 8,
  workers: [1, 2, 4],
  recipe: 'quick',
  inside: null,
});
const DASHBOARD = 8265;
const rounded = (value) => Number(value.toFixed(2));

if (options.inside === null) {
  const python = await findRay();
  const [program, ...words] = [...(await ownNamespace()), process.execPath, import.meta.filename];
  const { status } = spawnSync(program, [...words, ...process.argv.slice(2), '--inside', python], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else await measure(options.inside);

async function measure(python) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sw-bench-'));
  const token = path.join(folder, 'token');
  fs.writeFileSync(token, randomBytes(32).toString('hex'), { mode: 0o600 });
  const program = `${process.execPath} ${path.join(ROOT, 'out/main/cli.js')}`;
  const environment = {
    ...process.env,
    XDG_DATA_HOME: folder,
    PATH: `${path.dirname(python)}${path.delimiter}${process.env.PATH}`,
    RAY_AUTH_MODE: 'token',
    RAY_AUTH_TOKEN_PATH: token,
    RAY_USAGE_STATS_ENABLED: '0',
    SHELFWISE_COMMAND: program,
  };
  const ray = (...words) => must('ray', ['start', '--disable-usage-stats', ...words], environment);
  /** Asynchronous, because the bytes pass through this process meanwhile. */
  const shelfwise = (words, more = {}) =>
    new Promise((resolve, reject) => {
      const [node, cli] = program.split(' ');
      const child = spawn(node, [cli, ...words, '--workspace', path.join(folder, 'home'), '--json'], {
        env: { ...environment, ...more },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (piece) => (text += piece));
      child.on('close', (status) =>
        status === 0 ? resolve(JSON.parse(text)) : reject(new Error(`${words.join(' ')}: ${status} ${text}`)),
      );
    });
  const counted = await countingWay();
  const timed = async (work) => {
    const before = { sent: counted.sent, brought: counted.brought };
    const started = performance.now();
    const answer = await work();
    const bytes = { sent: counted.sent - before.sent, brought: counted.brought - before.brought };
    return { seconds: (performance.now() - started) / 1000, ...bytes, answer };
  };
  try {
    const sample = path.join(ROOT, 'resources/sample');
    const { fingerprint } = await shelfwise(['import', sample]);
    ray(
      '--head',
      '--port',
      '6379',
      '--dashboard-host',
      '127.0.0.1',
      '--dashboard-port',
      String(DASHBOARD),
      '--num-cpus',
      '0',
    );
    await shelfwise(['cluster', 'add', counted.address, '--name', 'bench', '--token-file', token]);
    /** New seeds each time, so that nothing is reused. */
    let seed = 1;
    const train = (units, recipe, there = true) => {
      const first = seed;
      seed += units;
      const words = [
        'train',
        '--data',
        fingerprint,
        '--recipe',
        recipe,
        '--seed',
        String(first),
        '--seeds',
        String(units),
      ];
      return there ? shelfwise([...words, '--on', 'bench', '--yes']) : shelfwise(words, { SHELFWISE_THREADS: '1' });
    };
    const { units, recipe } = options;
    const results = { units, recipe, cores: os.availableParallelism() };
    let nodes = 0;
    const growth = [];
    for (const workers of options.workers) {
      for (; nodes < workers; nodes++) ray('--address', '127.0.0.1:6379', '--num-cpus', '1');
      if (results.plan === undefined) {
        // Models without epochs: the remaining time is overhead.
        const few = await timed(() => train(2, 'popularity'));
        const many = await timed(() => train(2 + units, 'popularity'));
        const here = await timed(() => train(2 + units, 'popularity', false));
        results.plan = { seconds: rounded(few.seconds), sent: few.sent };
        results.unit = {
          there: rounded((many.seconds - few.seconds) / units),
          here: rounded(here.seconds / (2 + units)),
        };
      }
      // Measured here before and after, because load on a busy machine varies.
      const before = await timed(() => train(units, recipe, false));
      const there = await timed(() => train(units, recipe));
      const after = await timed(() => train(units, recipe, false));
      const here = (before.seconds + after.seconds) / 2;
      growth.push({
        workers,
        seconds: rounded(there.seconds),
        here: rounded(here),
        ratio: rounded(there.seconds / here),
        spread: rounded(Math.max(before.seconds, after.seconds) / Math.min(before.seconds, after.seconds)),
        sent: there.sent,
        broughtAUnit: Math.round(there.brought / units),
      });
      console.error(JSON.stringify(growth.at(-1)));
    }
    console.log(JSON.stringify({ ...results, growth }, null, 2));
  } finally {
    spawnSync('ray', ['stop', '--force'], { env: environment });
    counted.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function must(name, words, env) {
  const { status, stdout, stderr } = spawnSync(name, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${words.join(' ')}: ${stdout}${stderr}`);
}

/** A proxy to Ray's address that counts the bytes. */
async function countingWay() {
  const way = { sent: 0, brought: 0, address: '', close: () => server.close() };
  const server = net.createServer((near) => {
    const far = net.connect(DASHBOARD, '127.0.0.1');
    near.on('data', ({ length }) => (way.sent += length));
    far.on('data', ({ length }) => (way.brought += length));
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  way.address = `http://127.0.0.1:${server.address().port}`;
  return way;
}
