// Which mutants the quick tests notice.
import * as os from 'node:os';
import * as path from 'node:path';
import { writeJson } from '../setup/files.mjs';
import { ROOT, STATE } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { instrument } from './stryker.mjs';

const MUTATION = path.join(STATE, 'mutation.json');

/**
 * @typedef {'killed' | 'survived' | 'no coverage' | 'at load' | 'equivalent'} Outcome `at load`: only what runs when its file
 * is loaded, or in a hook, runs through it, so that it was not tried
 * @typedef {import('./stryker.mjs').Mutant & { outcome: Outcome, by: string[] }} Tested by: the tests that noticed it, by name
 */

/**
 * @param {import('./targets.mjs').Targets} targets
 * @returns {Promise<Tested[]>}
 * @throws {SetupFailure} if a test fails without a mutant
 */
export async function testMutants({ files, tests }) {
  const { mutants, codes } = await instrument(files);
  writeJson(MUTATION, { tests, codes });
  const run = await runTests(tests);
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

async function runTests(tests) {
  // Loaded here: setup may have to install it first.
  const { createVitest } = await import('vitest/node');
  process.env.SHELFWISE_MUTATION = MUTATION;
  const vitest = await createVitest('test', {
    config: path.join(import.meta.dirname, 'vitest.config.mjs'),
    watch: false,
    reporters: [{}],
    tagsFilter: ['!thorough && !rare'],
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
