/** Proves that the linter refuses each forbidden import of the architecture's table, and only those. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from './support/lint';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Table {
  readonly LAYERS: ReadonlyArray<{
    readonly folder: string;
    readonly mayImport: ReadonlyArray<string | { readonly folder: string }>;
    readonly node: boolean;
  }>;
  readonly ROWS: Readonly<Record<string, { readonly rows: ReadonlyArray<readonly string[]> }>>;
  readonly OWNED_PACKAGES: ReadonlyArray<{ readonly packages: readonly string[] }>;
}

/** docs/architecture.md is compared with the table below. */
const table = (await import(pathToFileURL(path.join(ROOT, 'scripts', 'lint', 'layers.mjs')).href)) as Table;
const LAYERS = table.LAYERS.map(({ folder }) => folder);
const { USES } = (await import(pathToFileURL(path.join(ROOT, 'scripts', 'lint', 'features.mjs')).href)) as {
  USES: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
/** Without layers of which only some modules are allowed. */
const MAY_IMPORT = new Map(
  table.LAYERS.map(({ folder, mayImport }) => [folder, mayImport.filter((to) => typeof to === 'string')]),
);
const WITHOUT_NODE = table.LAYERS.filter(({ node }) => !node).map(({ folder }) => folder);
/** The folders of the engine and of the window, top to bottom. Each screen has its own folder beside the others. */
const ROWS = Object.entries(table.ROWS).map(([layer, { rows }]) => ({
  layer,
  rows: rows.map((row) =>
    row.flatMap((folder) => (folder.endsWith('/*') ? ['one', 'two'].map((one) => folder.replace('*', one)) : folder)),
  ),
}));

/** Package, and the folders that may import it. */
const OWNED: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['@tensorflow/tfjs-node', ['engine/model/kernels']],
  ['@duckdb/node-api', ['engine/storage/database']],
  ['electron', ['main', 'preload']],
  ['ws', ['host']],
  ['react', ['renderer']],
  ['zustand', ['renderer']],
  ['ag-grid-react', ['renderer']],
];
const FOLDERS = [
  ...LAYERS,
  'engine/storage/database',
  'engine/data',
  'engine/runs',
  'engine/model/kernels',
  'engine/training/train',
];

interface Probe {
  /** Path under src without extension. */
  readonly file: string;
  readonly code: string;
  readonly refused: boolean;
}

const upTo = (file: string): string => '../'.repeat(file.split('/').length - 1);
/** Where a probe of a layer lies: these two layers allow no loose files. */
const homeOf = (folder: string): string => ({ engine: 'engine/storage', renderer: 'renderer/theme' })[folder] ?? folder;
const importOf = (specifier: string): string => `import '${specifier}';`;

/** Imports between every two layers, from a file at the top and from one deeper down. */
const betweenLayers = LAYERS.flatMap((from) =>
  ['', 'part/'].flatMap((deeper) =>
    LAYERS.filter((to) => to !== from).map((to): Probe => {
      const file = `${homeOf(from)}/${deeper}to-${to}`;
      return { file, code: importOf(`${upTo(file)}${to}/some/module`), refused: !MAY_IMPORT.get(from)!.includes(to) };
    }),
  ),
);

const withinLayers = LAYERS.map((layer): Probe => ({
  file: `${homeOf(layer)}/own`,
  code: `${importOf('./part/other')}${importOf('../' + path.posix.basename(homeOf(layer)))}`,
  refused: false,
}));

const ofNode = LAYERS.flatMap((layer) =>
  ['node:fs', 'path', 'node:fs/promises'].map((specifier): Probe => ({
    file: `${homeOf(layer)}/of-${specifier.replace(/\W/g, '-')}`,
    code: importOf(specifier),
    refused: WITHOUT_NODE.includes(layer),
  })),
);

const ofPackages = OWNED.flatMap(([name, owners]) =>
  FOLDERS.map((folder): Probe => ({
    file: `${homeOf(folder)}/of-${name.replace(/\W/g, '-')}`,
    code: importOf(name),
    refused: !owners.includes(folder),
  })),
);

/** Imports between every two folders of a layer, and from loose files. */
const withinRows = ROWS.flatMap(({ layer, rows }) => {
  const rowOf = (folder: string): number => rows.findIndex((row) => row.includes(folder));
  const folders = rows.flat();
  return folders.map((from) => {
    const up = upTo(`${from}/file`);
    const place = `${layer}/${from}`;
    const probes: Probe[] = [
      ...folders
        .filter((to) => to !== from)
        .map((to) => ({
          file: `${place}/to-${to.replace('/', '-')}`,
          code: importOf(`${up}${to}/module`),
          refused: rowOf(to) <= rowOf(from),
        })),
      { file: `${place}/to-loose`, code: importOf(`${up}${layer === 'engine' ? 'engine' : 'App'}`), refused: true },
      { file: `${place}/part/deeper`, code: importOf('../module'), refused: false },
    ];
    return { place, probes };
  });
});

const specialWithin: Probe[] = [
  { file: 'engine/runs/to-feature', code: importOf('../../features/rules/contract/calls'), refused: true },
  { file: 'engine/runs/to-joint', code: importOf('../../features/words'), refused: false },
  { file: 'features/rules/window/to-engine', code: importOf('../engine/api'), refused: true },
  { file: 'features/rules/engine/to-window', code: importOf('../window/RulesScreen'), refused: true },
  { file: 'features/rules/contract/to-engine', code: importOf('../../../engine/rules/plan'), refused: true },
  { file: 'features/rules/engine/of-react', code: importOf('react'), refused: true },
  { file: 'features/rules/window/of-react', code: importOf('react'), refused: false },
  { file: 'features/rules/engine/to-report', code: importOf('../../report/engine/report'), refused: true },
  { file: 'features/report/engine/to-quality', code: importOf('../../quality/contract/calls'), refused: false },
  { file: 'features/report/engine/to-public', code: importOf('../../quality/engine/public'), refused: false },
  { file: 'features/report/engine/to-private', code: importOf('../../quality/engine/verdict'), refused: true },
  { file: 'features/rules/engine/to-joint', code: importOf('../../calls'), refused: false },
  { file: 'features/new-subject/engine/api', code: importOf('../../../shared/errors'), refused: false },
  { file: 'features/new-subject/engine/to-rules', code: importOf('../../rules/contract/calls'), refused: true },
  { file: 'features/new-joint', code: importOf('../shared/errors'), refused: true },
  { file: 'features/rules/elsewhere/part', code: importOf('../../../shared/errors'), refused: true },
  { file: 'renderer/App', code: importOf('./shell/Shell'), refused: false },
  { file: 'renderer/screens/loose', code: importOf('../components/Section'), refused: true },
  { file: 'engine/loose', code: importOf('../shared/errors'), refused: true },
  { file: 'engine/new-folder/module', code: importOf('../../shared/errors'), refused: true },
  { file: 'engine/api/to-new-folder', code: importOf('../new-folder/module'), refused: true },
  { file: 'engine/model/dae/type', code: "import type { X } from '../../fit/fit';", refused: true },
  { file: 'engine/model/dae/late', code: "export const x = () => import('../../fit/fit');", refused: true },
  { file: 'engine/storage/files.test', code: importOf('../runs/store'), refused: true },
];

/** Each way to write an import, and ways around a rule that only compares texts. */
const FORMS: Record<string, string> = {
  import: "import { x } from '../engine/engine';",
  type: "import type { X } from '../engine/engine';",
  'export-named': "export { x } from '../engine/engine';",
  'export-all': "export * from '../engine/engine';",
  dynamic: "export const x = () => import('../engine/engine');",
  'type-query': "export type X = typeof import('../engine/engine');",
  equals: "import x = require('../engine/engine');",
  require: "export const x = require('../engine/engine');",
  resolve: "export const x = require.resolve('../engine/engine');",
  detour: "import './part/../../engine/../engine/engine';",
  ending: "import '../engine/engine.ts';",
  deep: "import '@tensorflow/tfjs-core/dist/ops/abs';",
};
const forms = Object.entries(FORMS).map(([form, code]): Probe => ({
  file: `shared/form-${form}`,
  code,
  refused: true,
}));

const special: Probe[] = [
  { file: 'cli/launcher', code: importOf('../host/launcher'), refused: false },
  { file: 'cli/web-entry', code: importOf('../host/web-entry'), refused: false },
  { file: 'cli/trainer', code: importOf('../host/trainer'), refused: true },
  { file: 'cli/launcher-parts', code: importOf('../host/launcher/parts'), refused: true },
  { file: 'shared/suggest.test', code: importOf('node:fs'), refused: false },
  { file: 'shared/layers.test', code: importOf('../engine/engine'), refused: true },
  // What the program joins, a test of the whole may import, and no other test.
  { file: 'engine/storage/joined.whole.test', code: importOf('../runs/store'), refused: false },
  { file: 'engine/storage/joined.alone.test', code: importOf('../../features/map/engine/make-map'), refused: false },
  { file: 'engine/storage/joined.test', code: importOf('../runs/store'), refused: true },
  { file: 'features/map/engine/joined.whole.test', code: importOf('../../rules/engine/rules'), refused: false },
  { file: 'features/map/engine/joined.test', code: importOf('../../rules/engine/rules'), refused: true },
  { file: 'features/map/engine/shown.whole.test', code: importOf('../../rules/window/RuleBook'), refused: true },
  { file: 'features/map/engine/hosted.whole.test', code: importOf('../../../host/launcher'), refused: true },
  { file: 'elsewhere/new-folder', code: importOf('../shared/errors'), refused: true },
  { file: 'shared/schema', code: importOf('zod'), refused: false },
];

/** Two files that need each other, if only by types, and one that needs them. */
const CIRCLES: Probe[] = [
  { file: 'cli/circle-a', code: "import type { B } from './circle-b'; export type A = B | 1;", refused: true },
  { file: 'cli/circle-b', code: "import type { A } from './circle-a'; export type B = A[];", refused: true },
  { file: 'cli/circle-c', code: "import type { A } from './circle-a'; export type C = A;", refused: false },
];

const PROBES = [...betweenLayers, ...withinLayers, ...ofNode, ...ofPackages, ...forms, ...special, ...specialWithin];

/** Two sentences, or "only x may: use y": the problem and the advice. */
const SAYS_WHAT_TO_DO =
  /(may not import .+\. .+\.|may import .+: .+\.|add its folder to .+\.|lies loose in src\/\w+\. .+\.)$/;

describe('the layers of the architecture', () => {
  let folder: string;
  const refusals = new Map<string, string>();
  const circles = new Set<string>();

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-layers-'));
    for (const { file, code } of [...PROBES, ...withinRows.flatMap(({ probes }) => probes), ...CIRCLES]) {
      const target = path.join(folder, 'src', `${file}.ts`);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, `${code}\n`);
    }
    for (const { code, message, filename } of await lint(folder)) {
      const file = filename.replace(/^.*?src\//, '').replace(/\.ts$/, '');
      if (code === 'shelfwise(layers)') refusals.set(file, message);
      if (code.endsWith('(no-cycle)')) circles.add(file);
    }
  });

  afterAll(() => fs.rm(folder, { recursive: true, force: true }));

  it.each(PROBES.filter(({ refused }) => refused))(
    'refuse $code in src/$file.ts and say what to do instead',
    ({ file }) => {
      expect(refusals.get(file)).toMatch(SAYS_WHAT_TO_DO);
    },
  );

  it.each(withinRows)('let src/$place import from the rows below its own, and from no other', ({ probes }) => {
    for (const { file, refused } of probes)
      if (refused) expect(refusals.get(file), file).toMatch(SAYS_WHAT_TO_DO);
      else expect(refusals.get(file), file).toBeUndefined();
  });

  it.each(CIRCLES)('find $file.ts in a circle: $refused', ({ file, refused }) => {
    expect(circles.has(file)).toBe(refused);
  });

  it.each(PROBES.filter(({ refused }) => !refused))('accept $code in src/$file.ts', ({ file }) => {
    expect(refusals.get(file)).toBeUndefined();
  });
});

it('each package that only some folders may import is one that the program depends on', async () => {
  const manifest = JSON.parse(await fs.readFile(path.join(ROOT, 'package.json'), 'utf8')) as Record<string, object>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const installed = kinds.flatMap((kind) => Object.keys(manifest[kind]!));
  const named = table.OWNED_PACKAGES.flatMap(({ packages }) => packages);
  const isInstalled = (name: string): boolean =>
    name.endsWith('*') ? installed.some((other) => other.startsWith(name.slice(0, -1))) : installed.includes(name);
  expect(named.filter((name) => !isInstalled(name))).toEqual([]);
});

const architecture = (): Promise<string> => fs.readFile(path.join(ROOT, 'docs', 'architecture.md'), 'utf8');

it('docs/architecture.md says what each layer may import', async () => {
  const rows = Array.from((await architecture()).matchAll(/^\| src\/(\w+) .*\| ([^|]+?) +\|$/gm));
  const told = rows.map(([, folder, cell]) => ({
    folder,
    mayImport: cell!.split(', ').filter((word) => LAYERS.includes(word)),
    node: !cell!.includes('no Node built-in'),
  }));
  expect(told).toEqual(table.LAYERS.map(({ folder, node }) => ({ folder, mayImport: MAY_IMPORT.get(folder), node })));
});

const isSource = (name: string): boolean => /\.(tsx?|css)$/.test(name) && !/\.(test\.tsx?|d\.ts)$/.test(name);

describe.each(ROWS)('the folders of src/$layer', ({ layer, rows }) => {
  const top = path.join(ROOT, 'src', layer);

  it('are those of the table, and each holds more than one file', async () => {
    const entries = await fs.readdir(top, { recursive: true, withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory());
    const names = folders.filter(({ parentPath }) => parentPath === top).map(({ name }) => name);
    expect(names.toSorted()).toEqual([...new Set(rows.flat().map((folder) => folder.split('/')[0]!))].toSorted());
    const alone = folders
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter(
        (folder) => entries.filter(({ parentPath, name }) => parentPath === folder && isSource(name)).length === 1,
      );
    expect(alone).toEqual([]);
  });
});

it('docs/architecture.md shows the picture that the code gives', async () => {
  const { drawPicture } = (await import(pathToFileURL(path.join(ROOT, 'scripts', 'check', 'picture.mjs')).href)) as {
    drawPicture: () => string;
  };
  expect(await architecture(), 'npm run fix draws it anew').toContain(drawPicture());
});

describe('the table of which feature may use which', () => {
  it('has no pair that the code does not need', async () => {
    const { pairsOfFeatures } = (await import(
      pathToFileURL(path.join(ROOT, 'scripts', 'check', 'measures.mjs')).href
    )) as { pairsOfFeatures: () => { from: string; to: string }[] };
    const needed = pairsOfFeatures().map(({ from, to }) => `${from} uses ${to}`);
    const listed = Object.entries(USES).flatMap(([from, targets]) =>
      Object.keys(targets).map((to) => `${from} uses ${to}`),
    );
    expect(listed.toSorted()).toEqual(needed.toSorted());
  });

  it('says of each pair why, and leads in no circle', () => {
    const reach = (from: string, seen: readonly string[] = []): readonly string[] =>
      seen.includes(from) ? [from] : Object.keys(USES[from] ?? {}).flatMap((to) => reach(to, [...seen, from]));
    expect(Object.keys(USES).flatMap((from) => reach(from))).toEqual([]);
    for (const reasons of Object.values(USES)) for (const reason of Object.values(reasons)) expect(reason).not.toBe('');
  });
});
