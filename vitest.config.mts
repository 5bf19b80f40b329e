import { defineConfig } from 'vitest/config';

/** What a process can be told but once, such as how TensorFlow computes, or what a test changes for good. */
const A_PROCESS_EACH = [
  'src/engine/model/backend-*.test.ts',
  'src/engine/model/dae/memory.test.ts',
  'src/engine/model/kernels/exact/bfloat16.test.ts',
];

/**
 * Tests of the whole that share processes, as the unit tests do: to load the packages anew takes a second of a processor a file. Not those
 * that have another module stand in for ours (limits), or tell TensorFlow how many threads it has (threads).
 */
const TOGETHER = ['tests/{engine,hostile,import,privacy,runs}/**/!(limits|threads).test.ts'];

export default defineConfig({
  test: {
    // TensorFlow and DuckDB hold threads and native state: processes. One more than the cores of CI, since tests wait a third of
    // their time: two kept 70 % of two cores busy.
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // As long as Playwright waits: what is waited for comes late where other programs are at work.
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
