import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of every kind lie beside what they test, or in tests/ where they span subjects; their names say which kind they are. */
const TESTS = (name: string): string => `{src,tests}/**/${name}`;
/** Of the whole: they import, train and start programs of the build in out/. Their processes are shared, since loading the packages costs a second each. */
const WHOLE = TESTS('*.whole.test.ts');
/** Of the whole, with a process for each file, which costs two seconds: it tells TensorFlow how to compute, or replaces one of our modules. */
const ALONE = TESTS('*.alone.test.{ts,tsx}');

/** In a shared process our modules are loaded anew for each file, and register with tfjs, which stays, again. */
const REGISTERED_AGAIN = /^(The kernel '\w+' for backend 'tensorflow' is|tensorflow backend was) already registered/;

/** Paths of the files of a folder of this project, from it on. */
const namesIn = (folder: string): string[] =>
  fs.readdirSync(path.join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' });

/** In a file's first comment: all its tests are rare. */
const WHOLLY_RARE = '@module-tag rare';

/** Test files of which a run without rare tests needs nothing: a process that only learns this from one of them takes two seconds of a processor. */
function leftOut(): string[] {
  if (!process.argv.some((argument) => argument.startsWith('--tagsFilter=') && argument.includes('!rare'))) return [];
  return ['src', 'tests']
    .flatMap((folder) => namesIn(folder).map((name) => path.join(folder, name)))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => fs.readFileSync(path.join(import.meta.dirname, file), 'utf8').includes(WHOLLY_RARE));
}

const LEFT_OUT = leftOut();

const TRANSFORMED = path.join(import.meta.dirname, 'node_modules/.shelfwise/transformed');
/** Milliseconds after which a folder of it that is not used may go: a day. */
const UNUSED = 86_400_000;

/**
 * Where transformed modules are kept for the next run and for other projects. A transformed module names the files that
 * its imports were found at, so another list of files has another folder; those of earlier lists are removed a day later.
 */
function transformedModules(): string {
  const names = ['src', 'tests', 'bench', 'scripts', 'docs', 'cluster'].flatMap(namesIn);
  const key = createHash('sha256').update(names.toSorted().join('\n')).digest('hex').slice(0, 16);
  for (const earlier of fs.existsSync(TRANSFORMED) ? fs.readdirSync(TRANSFORMED) : [])
    if (earlier !== key && fs.statSync(path.join(TRANSFORMED, earlier)).mtimeMs < Date.now() - UNUSED)
      fs.rmSync(path.join(TRANSFORMED, earlier), { recursive: true, force: true });
  return path.join(TRANSFORMED, key);
}

/** The test files that the command line names. */
const NAMED = process.argv.filter((argument) => /\.test\.tsx?$/.test(argument));

/**
 * Those run in the order in which they are named: `npm run check` names the nearest to the edit first. But one project after
 * another: between two files of it vitest would end the process that has everything loaded for the file of another.
 */
class AsNamed extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    if (NAMED.length === 0) return super.sort(specifications);
    const place = ({ moduleId }: TestSpecification): number => NAMED.findIndex((name) => moduleId.endsWith(name));
    const ordered = specifications.toSorted((one, other) => place(one) - place(other));
    const projects = [...new Set(ordered.map(({ project }) => project))];
    return projects.flatMap((project) => ordered.filter((specification) => specification.project === project));
  }
}

/** The tables that import every feature: file -> name. scripts/check/passes.mjs knows what their entries stand for. */
const TABLES: Readonly<Record<string, string>> = {
  'src/features/words.ts': 'WORDS',
  'src/features/contract.ts': 'contract',
};

/** In tests they say which of their entries were asked for (tests/support/record-uses.ts). */
const recordTables = (): Plugin => ({
  name: 'record-tables',
  enforce: 'pre',
  transform(code, id) {
    const file = path.relative(import.meta.dirname, id).replaceAll('\\', '/');
    const name = TABLES[file];
    if (name === undefined) return null;
    const recorded = `globalThis.recordTable?.('${file}', unrecorded) ?? unrecorded`;
    return {
      code: `${code.replace(`export const ${name} =`, 'const unrecorded =')}\nexport const ${name} = ${recorded};`,
      map: null,
    };
  },
});

export default defineConfig({
  plugins: [recordTables()],
  test: {
    experimental: { fsModuleCache: true, fsModuleCachePath: transformedModules() },
    // TensorFlow and DuckDB hold threads and native state: processes. Two more than CI's cores, because tests wait a
    // third of their time: two kept 70 % of two cores busy, three 91 %.
    pool: 'forks',
    sequence: { sequencer: AsNamed },
    maxWorkers: 4,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    onConsoleLog: (lines) => !lines.split('\n').every((line) => line.trim() === '' || REGISTERED_AGAIN.test(line)),
    // Playwright's timeout: results arrive late while other programs run.
    expect: { poll: { timeout: 30_000, interval: 100 } },
    tags: [
      {
        name: 'thorough',
        description: 'Takes half a second or more of a processor, or waits: for npm test, not for npm run check.',
      },
      {
        name: 'telling',
        description:
          'Tells of a place that an edit elsewhere forgot: npm run check runs its file first, however far off it is.',
      },
      {
        name: 'rare',
        description:
          'Shows what a quicker test shows in another setting, at a further step, or at length: for npm test -- --all alone.',
      },
    ],
    globalSetup: ['tests/support/kept-folder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: [TESTS('*.test.ts')],
          exclude: [WHOLE, ALONE, ...LEFT_OUT],
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts', 'tests/support/record-uses.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: [TESTS('*.test.tsx')],
          exclude: [ALONE, ...LEFT_OUT],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: [
            'tests/support/fresh-modules.ts',
            'tests/support/record-uses.ts',
            'tests/support/window/no-owner-stacks.ts',
            'tests/support/window/empty-window.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [WHOLE],
          exclude: LEFT_OUT,
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [ALONE],
          // npm run test:cluster installs what they need.
          exclude: [...LEFT_OUT, ...(process.env['SHELFWISE_TEST_RAY'] === undefined ? ['tests/cluster/ray/**'] : [])],
        },
      },
    ],
  },
});
