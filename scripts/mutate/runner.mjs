// Runs each test once as it is and then once for each mutant that it ran through, in the process that has everything loaded:
// a mutant takes milliseconds, where a start of vitest for each takes a second of a processor.
import * as fs from 'node:fs';
import { TestRunner } from 'vitest';

/** What the switches in the mutated files read and count (Stryker's names). */
const switches = (globalThis.__stryker__ ??= {});
/** Mutants that a test of this process noticed. */
const noticed = (globalThis.noticedMutants ??= new Set());
/** Mutant -> by how many tests of this process it was tried. */
const tries = (globalThis.mutantTries ??= new Map());
const { tried, triedBy } = (globalThis.mutation ??= readMutation());
/** A mutant that runs through its switch so many times as often as the code does not end. */
const MOST_TIMES = 100;

/** triedBy: the most tests for a mutant; null for all. */
function readMutation() {
  const { tried: ids, triedBy: most } = JSON.parse(fs.readFileSync(process.env.SHELFWISE_MUTATION, 'utf8'));
  return { tried: new Set(ids), triedBy: most ?? Infinity };
}

export default class MutatingRunner extends TestRunner {
  onCollectStart(file) {
    switches.mutantCoverage = { static: {}, perTest: {} };
    return super.onCollectStart(file);
  }

  async runTask(test) {
    const counts = await this.#countsOf(test);
    const covered = Object.keys(counts).filter((id) => tried.has(id));
    const mutants = covered.filter((id) => !noticed.has(id) && (tries.get(id) ?? 0) < triedBy);
    const killed = [];
    // A test that cannot be repeated says nothing of mutants.
    let repeats = mutants.length === 0 || (await this.#passes(test));
    for (const id of mutants) {
      if (!repeats) break;
      tries.set(id, (tries.get(id) ?? 0) + 1);
      if (await this.#passes(test, id, counts[id])) continue;
      killed.push(id);
      noticed.add(id);
      // The mutant may have left something behind, and then the test says nothing of the others.
      repeats = await this.#passes(test);
    }
    test.meta.mutants = { covered, killed, repeats };
  }

  /** Fails as the test does. @returns {Promise<Record<string, number>>} mutant -> how often the test runs through it */
  async #countsOf(test) {
    switches.currentTestId = test.id;
    try {
      await TestRunner.getTestFn(test)();
      super.onAfterTryTask(test);
    } finally {
      switches.currentTestId = undefined;
    }
    return switches.mutantCoverage.perTest[test.id] ?? {};
  }

  async #passes(test, id, count) {
    await this.#startAgain(test);
    this.onBeforeTryTask(test);
    switches.hitCount = 0;
    switches.hitLimit = id === undefined ? Infinity : MOST_TIMES * count;
    switches.activeMutant = id;
    try {
      await TestRunner.getTestFn(test)();
      super.onAfterTryTask(test);
      return true;
    } catch {
      return false;
    } finally {
      switches.activeMutant = undefined;
    }
  }

  /** As vitest does around a test: what is after each, the inner first, and what is before each, the outer first. */
  async #startAgain(test) {
    const suites = [];
    for (let suite = test.suite ?? test.file; suite !== undefined; suite = suite.suite) suites.push(suite);
    if (!suites.includes(test.file)) suites.push(test.file);
    const run = async (suite, name) => {
      for (const hook of TestRunner.getSuiteHooks(suite)[name]) await hook(test.context, suite);
    };
    for (const suite of suites) await run(suite, 'afterEach');
    for (const suite of suites.toReversed()) await run(suite, 'beforeEach');
  }

  /** What it asks for was looked at above, after the test itself. */
  onAfterTryTask() {}

  async onAfterRunSuite(suite) {
    if (suite.filepath !== undefined) suite.meta.mutantsAtLoad = Object.keys(switches.mutantCoverage.static);
    await super.onAfterRunSuite(suite);
  }
}
