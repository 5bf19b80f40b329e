/** npm run fuzz: makes attempts in child processes for some minutes; each finding is stored with how to repeat it. */
import { type ChildProcess, fork } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { programFolder } from '../../../src/engine/machine/environment/program';
import { Stage } from '../support/stage';
import { type Attempt, type Finding, inputOf, nameOf, signatureOf, tryOnce, writeInput } from './attempt';
import type { FromChild } from './child';
import { GROUPS, TARGETS } from './targets';

/** Beside this file, where both are built (scripts/fuzz.mjs). */
const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));
/** Megabytes of a child's heap; a hostile file of some kilobytes must not need more. */
const HEAP = 1024;
/** Milliseconds for an attempt; the child's own watchdog is earlier. */
const DEADLINE = 60_000;
/** Number of findings stored per signature. */
const KEPT_OF_A_KIND = 3;
const USAGE = `npm run fuzz -- [--minutes 5] [--seed N] [--only ${[...Object.keys(GROUPS), ...Object.keys(TARGETS)].join('|')}, or several with commas] [--at N] [--out out/fuzz] [--jobs N]`;

interface Options {
  readonly minutes: number;
  readonly seed: number;
  readonly targets: readonly string[];
  readonly out: string;
  readonly jobs: number;
}

/** @returns the exit status: 1 if something was found */
export async function fuzz(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string' },
      at: { type: 'string' },
      out: { type: 'string', default: path.join(programFolder(), 'out', 'fuzz') },
      jobs: { type: 'string', default: String(Math.max(1, os.availableParallelism() - 1)) },
    },
  });
  const targets = values.only?.split(',').flatMap((name) => GROUPS[name] ?? [name]) ?? Object.keys(TARGETS);
  const [minutes, seed, jobs] = [Number(values.minutes), Number(values.seed), Number(values.jobs)];
  if (
    !(minutes > 0 && Number.isInteger(seed) && jobs >= 1) ||
    targets.some((target) => !Object.hasOwn(TARGETS, target))
  ) {
    console.error(USAGE);
    return 2;
  }
  if (values.at !== undefined) return again({ target: targets[0]!, seed, at: Number(values.at) });
  const tally = new Tally({ minutes, seed, targets, out: path.resolve(values.out), jobs });
  await tally.run();
  return tally.report();
}

/** One attempt in this process, for debugging. */
async function again(attempt: Attempt): Promise<number> {
  const stage = await Stage.set();
  try {
    console.log(await tryOnce(stage, attempt));
    return 0;
  } catch (thrown) {
    console.error(thrown);
    return 1;
  } finally {
    await stage.remove();
  }
}

class Tally {
  readonly #outcomes = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #perTarget = new Map<string, number>();
  #attempts = 0;
  readonly #started = performance.now();

  constructor(private readonly options: Options) {}

  async run(): Promise<void> {
    const { minutes, seed, targets, jobs } = this.options;
    console.log(`Fuzzing ${targets.join(', ')} for ${minutes} min, seed ${seed}, ${jobs} process(es).`);
    const progress = setInterval(() => console.log(this.#line()), 10_000);
    const until = this.#started + minutes * 60_000;
    await Promise.all(Array.from({ length: jobs }, (_, job) => this.#keepRunning(job, until)));
    clearInterval(progress);
  }

  report(): number {
    console.log(this.#line());
    for (const [target, count] of this.#perTarget) console.log(`  ${target}: ${count}`);
    console.log(`  outcomes: ${[...this.#outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
    for (const [kind, count] of this.#kinds) console.log(`  FOUND ${count} times: ${kind}`);
    return this.#kinds.size === 0 ? 0 : 1;
  }

  #line(): string {
    const seconds = (performance.now() - this.#started) / 1000;
    const found = [...this.#kinds.values()].reduce((sum, count) => sum + count, 0);
    return `${Math.round(seconds)} s: ${this.#attempts} attempts, ${(this.#attempts / seconds).toFixed(1)} a second, ${found} findings of ${this.#kinds.size} kinds`;
  }

  /** Runs children until time is up: a dead one is replaced, which continues after what killed it. */
  async #keepRunning(job: number, until: number): Promise<void> {
    for (let from = job; performance.now() < until;) from = await this.#runOne(from, until);
  }

  /** @returns where the next child starts */
  #runOne(from: number, until: number): Promise<number> {
    const { targets, seed, jobs } = this.options;
    const child: ChildProcess = fork(CHILD, [targets.join(','), String(seed), String(from), String(jobs)], {
      execArgv: [`--max-old-space-size=${HEAP}`, '--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let current: Attempt | null = null;
    let complaint = '';
    let watchdog: NodeJS.Timeout | undefined;
    const timeIsUp = setTimeout(() => child.kill('SIGKILL'), Math.max(0, until - performance.now()));
    let isOver = false;
    child.stderr!.on('data', (piece: Buffer) => (complaint = (complaint + piece.toString()).slice(-4000)));
    return new Promise((resolve) => {
      child.on('message', (message: FromChild) => {
        clearTimeout(watchdog);
        if (message.kind === 'begins') {
          current = message.attempt;
          watchdog = setTimeout(() => child.kill('SIGKILL'), DEADLINE);
          return;
        }
        if (message.kind === 'ends') this.#count(current!, message.outcome);
        else void this.#keep(message.finding);
        current = null;
      });
      child.on('exit', (code, signal) => {
        clearTimeout(watchdog);
        clearTimeout(timeIsUp);
        isOver = performance.now() >= until - 100;
        const last = current;
        if (last !== null && !isOver)
          void this.#keep({ ...last, what: `The process ended (${signal ?? code}): ${complaint.trim()}` });
        if (last === null && !isOver) console.error(`A process ended (${signal ?? code}): ${complaint}`);
        resolve((last?.at ?? from) + jobs);
      });
    });
  }

  #count({ target }: Attempt, outcome: string): void {
    this.#attempts++;
    this.#perTarget.set(target, (this.#perTarget.get(target) ?? 0) + 1);
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }

  async #keep(finding: Finding): Promise<void> {
    this.#count(finding, 'FOUND');
    const kind = signatureOf(finding.what);
    const before = this.#kinds.get(kind) ?? 0;
    this.#kinds.set(kind, before + 1);
    if (before >= KEPT_OF_A_KIND) return;
    const place = path.join(this.options.out, nameOf(finding));
    await writeInput(place, await inputOf(finding).catch(() => ({ files: {}, use: async () => [] })));
    await fs.writeFile(path.join(place, 'finding.json'), `${JSON.stringify(finding, null, 2)}\n`);
    console.log(`FOUND ${nameOf(finding)}: ${finding.what.split('\n')[0]!.slice(0, 300)}`);
  }
}
