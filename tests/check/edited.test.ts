/** `npm run check` after an edit: the tests that it can change, and no others. */
import { describe, expect, it } from 'vitest';

interface Graph {
  readonly files: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
}
const { FILES, RULES, testsOf } = (await import(
  new URL('../../scripts/check/test-edited.mjs', import.meta.url).href
)) as { FILES: RegExp; RULES: RegExp; testsOf(edited: readonly string[], graph: Graph): string[] };
const { readGraphOfTests } = (await import(new URL('../../scripts/check/import-graph.mjs', import.meta.url).href)) as {
  readGraphOfTests(): Graph;
};

const PALETTE = 'src/renderer/shell/palette.test.tsx';
const PROGRAM = 'src/cli/program.test.ts';
const RANDOM = 'src/engine/model/random.test.ts';
const REPOSITORY = readGraphOfTests();
const testsHere = (edited: string[]) => testsOf(edited, REPOSITORY);

describe('the tests that an edit reaches', () => {
  it('are those that import the file, whatever stands between', () => {
    const tests = testsHere(['src/features/inspect/window/child-screen/ChildScreen.tsx']);
    expect(tests).toContain('src/features/inspect/window/child-screen/child-screen.test.tsx');
    expect(tests).not.toContain(RANDOM);
    expect(tests).not.toContain(PROGRAM);
  });

  it('are those that import all files of a folder', () => {
    expect(testsHere(['src/features/rules/commands/rules.ts'])).toContain(PROGRAM);
    expect(testsHere(['docs/guide/en/train.md'])).toContain('src/features/guide/window/help.test.tsx');
  });

  it('are an edited test itself, and always those that read files', () => {
    expect(testsHere([PALETTE])).toContain(PALETTE);
    expect(testsHere([])).not.toContain(PALETTE);
    expect(testsHere([])).toEqual(
      expect.arrayContaining([
        'tests/layers.test.ts',
        'tests/docs/references.test.ts',
        'src/renderer/theme/scale.test.ts',
      ]),
    );
  });

  it('follow styles, and what tests share', () => {
    const graph = {
      files: ['src/a.module.css', 'src/A.tsx', 'src/testing/a.ts', 'src/a.test.tsx', 'src/b.test.ts'],
      texts: new Map([
        ['src/a.test.tsx', ''],
        ['src/b.test.ts', ''],
      ]),
      imports: new Map([
        ['src/A.tsx', new Set(['src/a.module.css'])],
        ['src/testing/a.ts', new Set(['src/A.tsx'])],
        ['src/a.test.tsx', new Set(['src/testing/a.ts'])],
      ]),
    };
    expect(testsOf(['src/a.module.css'], graph)).toEqual(['src/a.test.tsx']);
  });
});

it('an edit whose readers are unknown runs every test', () => {
  const everything = [
    'package-lock.json',
    'vitest.config.mts',
    'tests/support/tried.ts',
    'resources/sample/profiles.csv',
  ];
  for (const name of [...everything, 'src/engine/model/kernels/native/lanes.h']) {
    expect(name).toMatch(RULES);
    expect(name).not.toMatch(FILES);
  }
  for (const name of [PALETTE, RANDOM, 'README.md', 'docs/guide/ko/train.md', 'src/renderer/theme/theme.css']) {
    expect(name).toMatch(FILES);
    expect(name).not.toMatch(RULES);
  }
  for (const name of ['docs/screens/en/compare.png', 'cluster/shelfwise_ray/driver.py'])
    expect(name).not.toMatch(RULES);
});
