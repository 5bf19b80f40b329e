// The quick tests that are near what is mutated, and the mutated code in place of the code.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Written by mutate.mjs. */
const { tests, codes } = JSON.parse(fs.readFileSync(process.env.SHELFWISE_MUTATION, 'utf8'));
const ROOT = path.join(import.meta.dirname, '../..');
const FRESH = 'tests/support/fresh-modules.ts';

const mutated = {
  name: 'mutated',
  enforce: 'pre',
  transform(_, id) {
    const code = codes[path.relative(ROOT, id).replaceAll('\\', '/')];
    return code === undefined ? null : { code, map: null };
  },
};

/** Nearest first. */
class AsNamed extends BaseSequencer {
  async sort(specifications) {
    const place = ({ moduleId }) => tests.findIndex((test) => moduleId.endsWith(test));
    return specifications.toSorted((one, other) => place(one) - place(other));
  }
}

const isWhole = (test) => test.endsWith('.whole.test.ts');

const project = (name, include, settings) => ({
  extends: true,
  test: { name, include, isolate: false, runner: path.join(import.meta.dirname, 'runner.mjs'), ...settings },
});

export default defineConfig({
  root: ROOT,
  plugins: [mutated],
  test: {
    pool: 'forks',
    sequence: { sequencer: AsNamed },
    // Each repetition of a test listens for its end, of which Node warns.
    execArgv: ['--no-warnings'],
    testTimeout: 20_000,
    onConsoleLog: () => false,
    tags: [
      { name: 'thorough', description: 'as in vitest.config.mts' },
      { name: 'rare', description: 'as in vitest.config.mts' },
    ],
    globalSetup: ['tests/support/kept-folder.ts'],
    projects: [
      project(
        'units',
        tests.filter((test) => test.endsWith('.ts') && !isWhole(test)),
        { setupFiles: [FRESH] },
      ),
      project('whole', tests.filter(isWhole), { setupFiles: [FRESH], testTimeout: 60_000, hookTimeout: 180_000 }),
      project(
        'window',
        tests.filter((test) => test.endsWith('.tsx')),
        { setupFiles: [FRESH, 'tests/support/window/empty-window.ts'], environment: 'happy-dom' },
      ),
    ],
  },
});
