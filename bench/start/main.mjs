#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { BENCH } from '../support/places.mjs';

const HELP = `What commands that compute nothing take from start to end, beside a Node that does nothing: seconds by the clock and of
a processor, and how many times that Node's. Where Node has a compile cache (22.1 and later), also with it filled. Needs the
build (npm run setup) and a POSIX shell.
  npm run bench -- start [--rounds 9] [--node FILE]
`;
const options = readOptions(HELP, {
  rounds: 9,
  node: process.execPath,
});
const folder = mkdtempSync(path.join(os.tmpdir(), 'shelfwise-start-'));
const workspace = path.join(folder, 'workspace');
const program = path.join(BENCH, '../out/main/cli.js');
const NOTHING = 'node, doing nothing';
const COMMANDS = {
  [NOTHING]: ['-e', ''],
  '--help': [program, '--help'],
  knobs: [program, 'knobs'],
  runs: [program, 'runs', '--workspace', workspace],
  datasets: [program, 'datasets', '--workspace', workspace],
};
const { stdout: hasCache } = spawnSync(options.node, ['-p', 'typeof require("module").enableCompileCache'], {
  encoding: 'utf8',
});
const CACHE = { NODE_COMPILE_CACHE: path.join(folder, 'cache') };
const variants = Object.entries(COMMANDS).flatMap(([name, args]) => [
  { name, args, environment: {} },
  ...(hasCache.trim() === 'function' && name !== NOTHING
    ? [{ name: `${name}, compiled before`, args, environment: CACHE }]
    : []),
]);
const spent = new Map(variants.map(({ name }) => [name, { clock: [], processor: [] }]));
// The first round fills the cache, and does not count.
for (let round = 0; round <= options.rounds; round++)
  for (const { name, args, environment } of variants) {
    const { clock, processor } = spentBy(args, environment);
    if (round === 0) continue;
    spent.get(name).clock.push(clock);
    spent.get(name).processor.push(processor);
  }
rmSync(folder, { recursive: true });

const ofNothing = median(spent.get(NOTHING).processor);
for (const [name, { clock, processor }] of spent)
  console.log(
    JSON.stringify({
      command: name,
      seconds: Number(median(clock).toFixed(3)),
      processorSeconds: Number(median(processor).toFixed(3)),
      ofNode: Number((median(processor) / ofNothing).toFixed(2)),
    }),
  );

/** @returns {{ clock: number, processor: number }} seconds of one start */
function spentBy(args, environment) {
  const started = performance.now();
  // The second line of the shell's `times` is what its children took.
  const words = ['-c', '"$@" > /dev/null || exit; times', 'sh', options.node, ...args];
  const { status, stdout, stderr } = spawnSync('sh', words, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  const clock = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  const ofChildren = stdout.trim().split('\n')[1].split(' ');
  const processor = ofChildren
    .map((time) => /^(\d+)m([\d.]+)s$/.exec(time))
    .reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
  return { clock, processor };
}
