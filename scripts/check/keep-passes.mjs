// A reporter of vitest: keeps which test files passed, each as soon as it has.
import * as path from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { ALL_ENTRIES, filesSeen, found, keepPass, keyOf, readSources } from './passes.mjs';

/** @typedef {import('vitest/node').TestModule} TestModule */

export default class KeepPasses {
  /** @readonly */
  #sources = readSources();

  /** @param {TestModule} module */
  async onTestModuleEnd(module) {
    const sources = await this.#sources;
    if (sources === null || !module.ok()) return;
    // Of a file whose tests are all left out, which is only loaded, nothing is recorded.
    const { uses = ALL_ENTRIES } = module.meta();
    const test = module.relativeModuleId;
    // An edit while it ran: nobody knows which content it saw.
    if (filesSeen(test, uses, sources).some((file) => isNewer(file, sources.at))) return;
    keepPass({ test, key: keyOf(test, uses, sources), uses });
  }

  /** An error outside of all tests may be that of any file. @param {readonly TestModule[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    if (errors.length === 0) return;
    for (const { relativeModuleId } of modules) keepPass({ test: relativeModuleId, key: null, uses: null });
  }
}

const isNewer = (file, at) => (found(path.join(ROOT, file))?.mtimeMs ?? 0) >= at;
