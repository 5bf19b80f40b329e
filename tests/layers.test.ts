/** Proves that the linter refuses each forbidden import of the architecture's table, and only those. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LAYERS = ['shared', 'node', 'engine', 'host', 'cli', 'main', 'preload', 'renderer'] as const;
type Layer = (typeof LAYERS)[number];

/** The table of the design, written down once more: the linter's own copy (scripts/lint/layers.mjs) is what is on trial. */
const MAY_IMPORT: Record<Layer, readonly string[]> = {
  shared: [],
  node: ['shared'],
  engine: ['node', 'shared'],
  host: ['engine', 'node', 'shared'],
  cli: ['engine', 'node', 'shared'],
  main: ['node', 'shared'],
  preload: ['shared'],
  renderer: ['shared'],
};
const WITHOUT_NODE: readonly Layer[] = ['shared', 'preload', 'renderer'];
/** Package, the folders that may import it. */
const OWNED: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['@tensorflow/tfjs-node', ['engine/model/kernels']],
  ['@duckdb/node-api', ['engine/database']],
  ['electron', ['main', 'preload']],
  ['ws', ['host']],
  ['react', ['renderer']],
  ['zustand', ['renderer']],
  ['ag-grid-react', ['renderer']],
];
const FOLDERS = [...LAYERS, 'engine/database', 'engine/data', 'engine/export', 'engine/model/kernels', 'engine/train'];

interface Probe {
  /** Under src, without an ending. */
  readonly file: string;
  readonly code: string;
  readonly refused: boolean;
}

const upTo = (file: string): string => '../'.repeat(file.split('/').length - 1);
const importOf = (specifier: string): string => `import '${specifier}';`;

/** Every layer imports from every other one, from a file at its top and from one deeper down. */
const betweenLayers = LAYERS.flatMap((from) =>
  ['', 'part/'].flatMap((deeper) =>
    LAYERS.filter((to) => to !== from).map((to): Probe => {
      const file = `${from}/${deeper}to-${to}`;
      return { file, code: importOf(`${upTo(file)}${to}/some/module`), refused: !MAY_IMPORT[from].includes(to) };
    }),
  ),
);

const withinLayers = LAYERS.map((layer): Probe => ({
  file: `${layer}/own`,
  code: `${importOf('./part/other')}${importOf('../' + layer)}`,
  refused: false,
}));

const ofNode = LAYERS.flatMap((layer) =>
  ['node:fs', 'path', 'node:fs/promises'].map((specifier): Probe => ({
    file: `${layer}/of-${specifier.replace(/\W/g, '-')}`,
    code: importOf(specifier),
    refused: WITHOUT_NODE.includes(layer),
  })),
);

const ofPackages = OWNED.flatMap(([name, owners]) =>
  FOLDERS.map((folder): Probe => ({
    file: `${folder}/of-${name.replace(/\W/g, '-')}`,
    code: importOf(name),
    refused: !owners.includes(folder),
  })),
);

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
  { file: 'elsewhere/new-folder', code: importOf('../shared/errors'), refused: true },
  { file: 'shared/schema', code: importOf('zod'), refused: false },
];

const PROBES = [...betweenLayers, ...withinLayers, ...ofNode, ...ofPackages, ...forms, ...special];

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
}

/** Runs the project's own linter configuration over a folder. */
function lint(folder: string): Promise<Diagnostic[]> {
  const oxlint = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const args = [oxlint, '--config', path.join(ROOT, '.oxlintrc.json'), '--format', 'json', 'src'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (stdout === '') reject(error ?? new Error(stderr));
      else resolve((JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics);
    });
  });
}

describe('the layers of the architecture', () => {
  let folder: string;
  const refusals = new Map<string, string>();

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-layers-'));
    for (const { file, code } of PROBES) {
      const target = path.join(folder, 'src', `${file}.ts`);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, `${code}\n`);
    }
    for (const { code, message, filename } of await lint(folder))
      if (code === 'shelfwise(layers)')
        refusals.set(
          filename
            .replaceAll('\\', '/')
            .replace(/^.*?src\//, '')
            .replace(/\.ts$/, ''),
          message,
        );
  });

  afterAll(() => fs.rm(folder, { recursive: true, force: true }));

  it.each(PROBES.filter(({ refused }) => refused))(
    'refuse $code in src/$file.ts and say what to do instead',
    ({ file }) => {
      // Two sentences, or "only x may: use y": what is wrong and what to do.
      expect(refusals.get(file)).toMatch(/(may not import .+\. .+\.|may import .+: .+\.|add its folder to .+\.)$/);
    },
  );

  it.each(PROBES.filter(({ refused }) => !refused))('accept $code in src/$file.ts', ({ file }) => {
    expect(refusals.get(file)).toBeUndefined();
  });
});
