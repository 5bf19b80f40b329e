// A reporter of vitest: keeps which test files passed and which failed, and what each cost, as soon as it has ended.
import * as path from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { ALL_ENTRIES, filesSeen, found, keepPass, keyOf, readPasses, readSources } from './passes.mjs';

/** @typedef {import('vitest/node').TestModule} TestModule */

export default class KeepPasses {
  /** @readonly */
  #sources = readSources();
  /** @readonly */
  #passes = readPasses();

  /** @param {TestModule} module */
  async onTestModuleEnd(module) {
    const sources = await this.#sources;
    if (sources === null) return;
    // Of a file whose tests are all left out, which is only loaded, nothing is recorded.
    const { uses = ALL_ENTRIES, seconds = module.diagnostic().collectDuration / 1000 } = module.meta();
    const test = module.relativeModuleId;
    if (!module.ok()) {
      this.#keepFailure(test);
      return;
    }
    // An edit while it ran: nobody knows which content it saw.
    if (filesSeen(test, uses, sources).some((file) => isNewer(file, sources.at))) return;
    keepPass({ test, key: keyOf(test, uses, sources), uses, seconds, hasFailed: false });
  }

  /** It stays due, as what it passed with last is not what it has now. @param {string} test */
  #keepFailure(test) {
    keepPass({ ...(this.#passes.get(test) ?? { test, key: null, uses: ALL_ENTRIES, seconds: null }), hasFailed: true });
  }

  /** An error outside of all tests may be that of any file. @param {readonly TestModule[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    if (errors.length === 0) return;
    for (const { relativeModuleId } of modules) {
      const seconds = this.#passes.get(relativeModuleId)?.seconds ?? null;
      keepPass({ test: relativeModuleId, key: null, uses: ALL_ENTRIES, seconds, hasFailed: false });
    }
  }
}

const isNewer = (file, at) => (found(path.join(ROOT, file))?.mtimeMs ?? 0) >= at;
