/** `npm run check` after an edit: which tests it can change, and in which order they run. */
import { describe, expect, it } from 'vitest';

interface Uses {
  readonly entries: Readonly<Record<string, readonly string[]>>;
  readonly places: readonly string[];
}
interface Sources {
  readonly graph: {
    readonly files: readonly string[];
    readonly texts: ReadonlyMap<string, string>;
    readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
  };
  readonly hashes: ReadonlyMap<string, string>;
  readonly open: ReadonlySet<string>;
  readonly settings: string;
  readonly words: Readonly<Record<string, string>> | null;
  readonly contractLoads: boolean;
}
const { filesUsed, keyOf } = (await import(new URL('../../scripts/check/passes.mjs', import.meta.url).href)) as {
  filesUsed(test: string, uses: Uses, sources: Sources): ReadonlySet<string>;
  keyOf(test: string, uses: Uses, sources: Sources): string;
};
const { nearestFirst, quickTests } = (await import(
  new URL('../../scripts/check/test-edited.mjs', import.meta.url).href
)) as {
  nearestFirst(tests: readonly string[], edited: readonly string[], sources: Sources): string[];
  quickTests(sources: Pick<Sources, 'graph'>): string[];
};
const { readGraphOfTests } = (await import(new URL('../../scripts/check/import-graph.mjs', import.meta.url).href)) as {
  readGraphOfTests(): Sources['graph'];
};
const { failuresIn } = (await import(new URL('../../scripts/check/count-tests.mjs', import.meta.url).href)) as {
  failuresIn(report: unknown): string[];
};

const WORDS = 'src/features/words.ts';
const CONTRACT = 'src/features/contract.ts';
const PALETTE = 'src/renderer/shell/palette.test.tsx';
const PROGRAM = 'src/cli/program.test.ts';
const CHILD = 'src/features/inspect/window/child-screen/child-screen.test.tsx';
const HERE: Sources = {
  graph: readGraphOfTests(),
  hashes: new Map(),
  open: new Set(),
  settings: '',
  words: {},
  contractLoads: true,
};
const usesOf = (entries: Uses['entries'] = {}, places: Uses['places'] = []): Uses => ({ entries, places });
const filesOf = (test: string, uses = usesOf(), sources = HERE): ReadonlySet<string> => filesUsed(test, uses, sources);

describe('a test uses', () => {
  it('what it imports, whatever stands between', () => {
    const files = filesOf(CHILD);
    expect(files).toContain('src/features/inspect/window/child-screen/ChildScreen.tsx');
    expect(files).not.toContain('src/engine/model/random.ts');
    expect(filesOf('src/engine/model/random.test.ts')).toContain('src/engine/model/random.ts');
  });

  it('all files of a folder that is imported as one, and scripts by their address', () => {
    expect(filesOf(PROGRAM)).toContain('src/features/rules/commands/rules.ts');
    expect(filesOf('src/features/guide/window/help.test.tsx')).toContain('docs/guide/en/train.md');
    expect(filesOf('tests/check/passes.test.ts')).toContain('scripts/check/import-graph.mjs');
  });

  it('no types, which are erased before it runs', () => {
    const calls = 'src/features/titles/contract/calls.ts';
    expect(HERE.graph.imports.get('src/features/titles/window/audience/audience.test.tsx')).not.toContain(calls);
    expect(filesOf('src/renderer/components/grid/columns.test.tsx')).not.toContain(WORDS);
  });

  it('what every test sets up', () => {
    for (const test of [PALETTE, PROGRAM]) expect(filesOf(test)).toContain('tests/support/record-uses.ts');
  });

  it('of all calls those that it asks for, and all where it lists them or they do not load', () => {
    const [titles, verify] = ['src/features/titles/contract/calls.ts', 'src/features/verify/contract/calls.ts'];
    const files = filesOf(CHILD, usesOf({ [CONTRACT]: ['titles'] }));
    expect(files).toContain(titles);
    expect(files).not.toContain(verify);
    expect(filesOf(CHILD, usesOf({ [CONTRACT]: ['runs'] }))).toContain(verify);
    expect(filesOf(CHILD, usesOf({ [CONTRACT]: ['*'] }))).toContain(verify);
    expect(filesOf(CHILD, usesOf(), { ...HERE, contractLoads: false })).toContain(verify);
  });

  it('every file of the joint of calls if it names a feature in each way', () => {
    const members = [...HERE.graph.texts.get(CONTRACT)!.matchAll(/^ {2}(\w+): /gm)].map(([, member]) => member!);
    expect(members.length).toBeGreaterThan(20);
    expect([...filesOf(CONTRACT, usesOf({ [CONTRACT]: members }))]).toEqual(
      expect.arrayContaining([...HERE.graph.imports.get(CONTRACT)!]),
    );
  });

  it('tables of texts only where it lists the texts, or none loads', () => {
    const table = 'src/features/verify/words.ts';
    expect(filesOf(CHILD, usesOf({ [WORDS]: ['verify.title'] }))).not.toContain(table);
    expect(filesOf(CHILD, usesOf({ [WORDS]: ['*'] }))).toContain(table);
    expect(filesOf(CHILD, usesOf(), { ...HERE, words: null })).toContain(table);
    expect(filesOf('src/features/words.test.ts')).toContain(table);
  });
});

describe('a pass counts until', () => {
  const test = 'src/a.test.ts';
  const graph = {
    files: [test, 'src/a.ts', WORDS],
    texts: new Map(),
    imports: new Map([
      [test, new Set(['src/a.ts'])],
      ['src/a.ts', new Set([WORDS])],
      [WORDS, new Set<string>()],
    ]),
  };
  const hashes = new Map([
    [test, '1'],
    ['src/a.ts', '1'],
    ['docs/x.md', '1'],
    ['other/y.png', '1'],
    [WORDS, '1'],
  ]);
  const sources: Sources = {
    graph,
    hashes,
    open: new Set(),
    settings: '1',
    words: { 'a.one': '1', 'a.two': '1' },
    contractLoads: true,
  };
  const uses = usesOf({ [WORDS]: ['a.one', 'a.none'] }, ['docs/**']);
  const withFile = (file: string, hash: string): Sources => ({
    ...sources,
    hashes: new Map([...hashes, [file, hash]]),
  });
  const changes = (changed: Sources, by = uses): boolean => keyOf(test, by, changed) !== keyOf(test, by, sources);

  it('one of its files has another content, or settings change', () => {
    expect(changes(withFile('src/a.ts', '2'))).toBe(true);
    expect(changes({ ...sources, settings: '2' })).toBe(true);
    expect(changes(withFile('other/y.png', '2'))).toBe(false);
  });

  it('a text that it asked for says something else, or is there at last', () => {
    expect(changes({ ...sources, words: { ...sources.words, 'a.one': '2' } })).toBe(true);
    expect(changes({ ...sources, words: { ...sources.words, 'a.none': '1' } })).toBe(true);
    expect(changes({ ...sources, words: { ...sources.words, 'a.two': '2' } })).toBe(false);
  });

  it('a place that it read has another content, or a file more', () => {
    expect(changes(withFile('docs/x.md', '2'))).toBe(true);
    expect(changes(withFile('docs/new.md', '1'))).toBe(true);
    expect(changes(withFile('docs/x.md', '2'), usesOf({}, ['package.json']))).toBe(false);
  });

  it('anything changes, if it started a program or loads what nothing names', () => {
    expect(changes(withFile('other/y.png', '2'), usesOf({}, ['*']))).toBe(true);
    const opened = (content: Sources): string => keyOf(test, uses, { ...content, open: new Set(['src/a.ts']) });
    expect(opened(withFile('other/y.png', '2'))).not.toBe(opened(sources));
  });
});

it('quick tests start no program, and those of a rare file are none of them', () => {
  const texts = new Map([
    ['src/a.test.ts', ''],
    ['src/b.test.tsx', '/** @module-tag rare */'],
    ['tests/c.whole.test.ts', ''],
    ['tests/d.alone.test.tsx', ''],
    ['src/e.ts', ''],
  ]);
  expect(quickTests({ graph: { files: [...texts.keys()], texts, imports: new Map() } })).toEqual(['src/a.test.ts']);
});

it('the tests nearest to the edit run first, those that only read files last', () => {
  const edited = ['src/renderer/components/grid/columns.ts', 'docs/rules.md'];
  const own = 'src/renderer/components/grid/columns.test.tsx';
  const [first, second, last] = nearestFirst(['tests/docs/references.test.ts', PALETTE, own], edited, HERE);
  expect([first, second, last]).toEqual([own, PALETTE, 'tests/docs/references.test.ts']);
});

it('the last lines name what failed, and how to run that alone', () => {
  const file = (name: string, ...tests: [status: string, title: string][]) => ({
    name: new URL(`../../${name}`, import.meta.url).pathname,
    status: tests.every(([status]) => status === 'passed') && tests.length > 0 ? 'passed' : 'failed',
    assertionResults: tests.map(([status, title]) => ({ status, title, fullName: `a rule ${title}` })),
  });
  const report = {
    testResults: [
      file('src/a.test.ts', ['passed', 'is kept'], ['failed', 'costs "$5" (or less)']),
      file('src/b.test.ts', ['passed', 'is kept']),
      file('src/c.test.ts'),
    ],
  };
  expect(failuresIn(report)).toEqual([
    'FAILED: src/a.test.ts: a rule costs "$5" (or less)\n  npx vitest run src/a.test.ts -t "costs ..5. .or less."',
    'FAILED: src/c.test.ts: cannot be loaded\n  npx vitest run src/c.test.ts',
  ]);
  expect(failuresIn(null)).toEqual([]);
});
