// Mutation testing of the quick tests.
import * as path from 'node:path';
import { writeJson } from '../setup/files.mjs';
import { MUTANTS, ROOT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { withEquivalents } from './equivalents.mjs';
import { printTable } from './table.mjs';
import { readTargets } from './targets.mjs';
import { testMutants } from './test-mutants.mjs';

const USAGE = 'npm run mutate -- FOLDER_OR_FILE..., such as npm run mutate -- src/engine/rules';

/** Exits with status 1 if nothing could be found out; survivors are no failure. @param {string[]} places as typed */
export async function mutate(places) {
  try {
    if (places.length === 0 || places.some((place) => place.startsWith('-')))
      throw new SetupFailure(`Say what to mutate: ${USAGE}`);
    const targets = readTargets(places);
    if (!(await setUp({ tests: false, program: false }))) process.exit(1);
    console.log(`mutate: ${targets.files.length} files of code, ${targets.tests.length} of tests`);
    const mutants = withEquivalents(await testMutants(targets), targets.files);
    writeJson(MUTANTS, mutants);
    printTable(mutants);
    console.log(`\nEach mutant and the tests that notice it: ${path.relative(ROOT, MUTANTS)}`);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`mutate: ${error.message}`);
    process.exitCode = 1;
  }
}
