import { defineConfig } from 'vitest/config';

/** Tests that set what a process can set only once, such as how TensorFlow computes, or that change it for good. */
const A_PROCESS_EACH = [
  'src/engine/model/backend-*.test.ts',
  'src/engine/model/dae/memory.test.ts',
  'src/engine/model/kernels/exact/bfloat16.test.ts',
];

/**
 * Tests that share processes, like unit tests: loading the packages anew takes a second of processor time per file. Not
 * those that mock a module (limits), or set TensorFlow's threads (threads).
 */
const TOGETHER = ['tests/{engine,hostile,import,privacy,runs}/**/!(limits|threads).test.ts'];

export default defineConfig({
  test: {
    // TensorFlow and DuckDB hold threads and native state: processes. One more than CI's cores, because tests wait a
    // third of their time: two kept 70 % of two cores busy.
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Playwright's timeout: results arrive late while other programs run.
    expect: { poll: { timeout: 30_000 } },
    tags: [
      {
        name: 'thorough',
        description: 'Takes half a second or more of a processor, or waits: for npm test, not for npm run check.',
      },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['src/**/*.test.ts'],
          exclude: A_PROCESS_EACH,
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: ['tests/window/**/*.test.tsx'],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts', 'tests/window/support/empty-window.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: TOGETHER,
          isolate: false,
          globalSetup: ['tests/support/kept-folder.ts'],
          setupFiles: ['tests/support/fresh-modules.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.{ts,tsx}', ...A_PROCESS_EACH],
          exclude: ['tests/window/**', ...TOGETHER],
          globalSetup: ['tests/support/kept-folder.ts'],
        },
      },
    ],
  },
});
