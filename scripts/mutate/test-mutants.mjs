// Which mutants the quick tests notice.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeJson } from '../setup/files.mjs';
import { ROOT, STATE } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { instrument } from './stryker.mjs';

const MUTATION = path.join(STATE, 'mutation.json');
/** Tests that a mutant is tried by where all that reach it count: so many of the nearest say enough, and hundreds may reach it. */
const TRIED_BY = 40;

/**
 * @typedef {'killed' | 'survived' | 'no coverage' | 'at load' | 'equivalent'} Outcome `at load`: only what runs when its file
 * is loaded, or in a hook, runs through it, so that it was not tried
 * @typedef {import('./stryker.mjs').Mutant & { outcome: Outcome, by: string[] }} Tested by: the tests that noticed it, by name
 */

/**
 * @param {import('./targets.mjs').Targets & { whole: boolean, sample: { count: number, seed: string } | null }} asked
 * @returns {Promise<Tested[]>}
 * @throws {SetupFailure} if a test fails without a mutant
 */
export async function testMutants({ files, tests, whole, sample }) {
  const found = await instrument(files);
  const mutants = sample === null ? found.mutants : drawn(found.mutants, sample);
  writeJson(MUTATION, {
    tests,
    codes: found.codes,
    tried: mutants.map(({ id }) => id),
    triedBy: whole ? TRIED_BY : null,
  });
  const run = await runTests(tests, whole);
  const failed = run.cases.filter(({ failed: fails }) => fails);
  if (failed.length > 0 || run.errors.length > 0)
    throw new SetupFailure(
      `Tests fail without a mutant:\n${[...failed.map(({ name, error }) => `${name}: ${error}`), ...run.errors].join('\n')}`,
    );
  for (const { name, repeats } of run.cases)
    if (!repeats) console.log(`mutate: cannot be repeated, and says nothing of further mutants: ${name}`);
  const covered = new Set(run.cases.flatMap((one) => one.covered));
  const atLoad = new Set(run.atLoad);
  return mutants.map((mutant) => {
    const by = run.cases.filter(({ killed }) => killed.includes(mutant.id)).map(({ name }) => name);
    const outcome =
      by.length > 0
        ? 'killed'
        : covered.has(mutant.id)
          ? 'survived'
          : atLoad.has(mutant.id)
            ? 'at load'
            : 'no coverage';
    return { ...mutant, outcome, by };
  });
}

/** In the order of their hashes: of another file, or on another line, a mutant stays drawn. */
function drawn(mutants, { count, seed }) {
  const order = ({ file, text, original, replacement }) =>
    createHash('sha256').update([seed, file, text, original, replacement].join('\0')).digest('hex');
  const ordered = mutants
    .map((mutant) => ({ mutant, key: order(mutant) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const chosen = new Set(ordered.slice(0, count).map(({ mutant }) => mutant));
  return mutants.filter((mutant) => chosen.has(mutant));
}

async function runTests(tests, whole) {
  // Loaded here: setup may have to install it first.
  const { createVitest } = await import('vitest/node');
  process.env.SHELFWISE_MUTATION = MUTATION;
  // A mutant may remove what it should not: whatever tests write lies below a folder of their own.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-mutation-'));
  process.env.TMPDIR = process.env.TEMP = folder;
  const vitest = await createVitest('test', {
    config: path.join(import.meta.dirname, 'vitest.config.mjs'),
    watch: false,
    reporters: [{}],
    tagsFilter: [whole ? '!rare' : '!thorough && !rare'],
    maxWorkers: Math.min(tests.length, os.availableParallelism()),
  });
  try {
    await vitest.start(tests.map((test) => path.join(ROOT, test)));
    const files = vitest.state.getFiles();
    return {
      cases: files.flatMap((file) => casesOf(file)),
      atLoad: files.flatMap(({ meta }) => meta.mutantsAtLoad ?? []),
      errors: [
        ...files.flatMap(({ result }) => result?.errors ?? []).map(({ message }) => message),
        ...[...vitest.state.errorsSet].map(String),
      ],
    };
  } finally {
    await vitest.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function casesOf(task, names = []) {
  const place = [...names, task.name];
  if (task.type !== 'test') return task.tasks.flatMap((inner) => casesOf(inner, place));
  const { covered = [], killed = [], repeats = true } = task.meta.mutants ?? {};
  return [
    {
      name: place.join(' > '),
      failed: task.result?.state === 'fail',
      error: task.result?.errors?.[0]?.message ?? '',
      covered,
      killed,
      repeats,
    },
  ];
}
