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
interface Pass {
  readonly seconds: number | null;
  readonly hasFailed: boolean;
}
const { nearestFirst, portionOf, quickTests } = (await import(
  new URL('../../scripts/check/test-edited.mjs', import.meta.url).href
)) as {
  nearestFirst(
    tests: readonly string[],
    edits: readonly (readonly string[])[],
    sources: Pick<Sources, 'graph'>,
  ): string[];
  portionOf(
    ordered: readonly string[],
    passes: ReadonlyMap<string, Pass>,
    sources: Pick<Sources, 'graph'>,
    budget: number,
  ): { chosen: string[]; waiting: number };
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

describe('the tests nearest to the edit run first', () => {
  const REFERENCES = 'tests/docs/references.test.ts';
  const COLUMNS = 'src/renderer/components/grid/columns.test.tsx';

  it('those that only read files last', () => {
    const edited = ['src/renderer/components/grid/columns.ts', 'docs/rules.md'];
    expect(nearestFirst([REFERENCES, PALETTE, COLUMNS], [edited, edited], HERE)).toEqual([
      COLUMNS,
      PALETTE,
      REFERENCES,
    ]);
  });

  it('nearest to the last edit before those near an earlier one', () => {
    const edits = (last: string, earlier: string): string[] =>
      nearestFirst(['src/engine/model/random.test.ts', COLUMNS], [[last], [last, earlier]], HERE);
    const [random, columns] = ['src/engine/model/random.ts', 'src/renderer/components/grid/columns.ts'];
    expect(edits(random, columns)).toEqual(['src/engine/model/random.test.ts', COLUMNS]);
    expect(edits(columns, random)).toEqual([COLUMNS, 'src/engine/model/random.test.ts']);
  });

  const graphOf = (imports: Readonly<Record<string, readonly string[]>>): Pick<Sources, 'graph'> => ({
    graph: {
      files: Object.keys(imports),
      texts: new Map(),
      imports: new Map(Object.entries(imports).map(([file, targets]) => [file, new Set(targets)])),
    },
  });

  it('those over a joint of all features only after all others', () => {
    const sources = graphOf({
      'src/features/a/words.ts': [],
      [WORDS]: ['src/features/a/words.ts'],
      'src/far.test.ts': [WORDS],
      'src/one.ts': ['src/features/a/words.ts'],
      'src/two.ts': ['src/one.ts'],
      'src/near.test.ts': ['src/two.ts'],
    });
    const edited = ['src/features/a/words.ts'];
    expect(nearestFirst(['src/far.test.ts', 'src/near.test.ts'], [edited, edited], sources)).toEqual([
      'src/near.test.ts',
      'src/far.test.ts',
    ]);
  });

  it('of those as far off, those in the folder of the edit first', () => {
    const sources = graphOf({ 'src/b/b.ts': [], 'src/a/x.test.ts': ['src/b/b.ts'], 'src/b/y.test.ts': ['src/b/b.ts'] });
    expect(nearestFirst(['src/a/x.test.ts', 'src/b/y.test.ts'], [['src/b/b.ts'], []], sources)[0]).toBe(
      'src/b/y.test.ts',
    );
  });
});

describe('a check runs of the tests that are due', () => {
  const texts = new Map([['far', '/** @module-tag telling */']]);
  const passOf = (seconds: number | null, hasFailed = false): Pass => ({ seconds, hasFailed });
  const portion = (passes: Readonly<Record<string, Pass>>, budget: number): { chosen: string[]; waiting: number } =>
    portionOf(
      ['one', 'two', 'three', 'four', 'far'],
      new Map(Object.entries(passes)),
      { graph: { files: [], texts, imports: new Map() } },
      budget,
    );

  it('as many as the budget lasts for, and says how many wait', () => {
    const passes = { one: passOf(3), two: passOf(3), three: passOf(3), four: passOf(3), far: passOf(1) };
    expect(portion(passes, 7)).toEqual({ chosen: ['far', 'one', 'two'], waiting: 2 });
    expect(portion(passes, Infinity)).toEqual({ chosen: ['far', 'one', 'two', 'three', 'four'], waiting: 0 });
  });

  it('and none that costs more than is left, so that one dear file takes the place of no ten others', () => {
    const passes = { one: passOf(3), two: passOf(9), three: passOf(3), four: passOf(3), far: passOf(1) };
    expect(portion(passes, 8)).toEqual({ chosen: ['far', 'one', 'three'], waiting: 2 });
  });

  it('one at least beside what runs in any case, so that the next check goes on', () => {
    const passes = { one: passOf(9), two: passOf(9, true), far: passOf(1) };
    expect(portion(passes, 0)).toEqual({ chosen: ['two', 'far', 'one'], waiting: 2 });
  });

  it('what is not known for as long as the mean of what is', () => {
    expect(portion({ one: passOf(8), far: passOf(0) }, 12).chosen).toEqual(['far', 'one', 'two']);
    expect(portion({ one: passOf(8), other: passOf(0), far: passOf(1) }, 15).chosen).toEqual([
      'far',
      'one',
      'two',
      'three',
    ]);
  });
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
