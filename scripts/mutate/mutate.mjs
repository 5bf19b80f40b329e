// Mutation testing of the quick tests.
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { writeJson } from '../setup/files.mjs';
import { MUTANTS, ROOT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { withEquivalents } from './equivalents.mjs';
import { printTable } from './table.mjs';
import { readTargets } from './targets.mjs';
import { testMutants } from './test-mutants.mjs';

const USAGE =
  'npm run mutate -- [--sample N [--seed S]] [--whole] FOLDER_OR_FILE..., such as npm run mutate -- src/engine/rules';

/**
 * @typedef {object} Asked
 * @property {string[]} places
 * @property {boolean} whole whether tests further off and of the whole count, too
 * @property {{ count: number, seed: string } | null} sample null for all mutants
 */

/** Exits with status 1 if nothing could be found out; survivors are no failure. @param {string[]} given as typed */
export async function mutate(given) {
  try {
    const { places, whole, sample } = asked(given);
    const targets = readTargets(places, whole);
    if (!(await setUp({ tests: false, program: whole }))) process.exit(1);
    console.log(`mutate: ${targets.files.length} files of code, ${targets.tests.length} of tests`);
    if (sample !== null) console.log(`mutate: ${sample.count} mutants, drawn by the seed ${sample.seed}`);
    const mutants = withEquivalents(await testMutants({ ...targets, whole, sample }));
    writeJson(MUTANTS, mutants);
    printTable(mutants);
    console.log(`\nEach mutant and the tests that notice it: ${path.relative(ROOT, MUTANTS)}`);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`mutate: ${error.message}`);
    process.exitCode = 1;
  }
}

/** @returns {Asked} @throws {SetupFailure} */
function asked(given) {
  const options = { whole: { type: 'boolean', default: false }, sample: { type: 'string' }, seed: { type: 'string' } };
  try {
    const { values, positionals: places } = parseArgs({ args: given, options, allowPositionals: true });
    const { whole, sample, seed = '1' } = values;
    if (places.length === 0 || !/^[1-9]\d*$/.test(sample ?? '1')) throw new Error('no place, or no number');
    return { places, whole, sample: sample === undefined ? null : { count: Number(sample), seed } };
  } catch {
    throw new SetupFailure(`Say what to mutate: ${USAGE}`);
  }
}
