/** A build compiles the sides that an edit reaches, and comes to the same bytes as a build of all. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/finished-run';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** A small program of the same three sides. */
const PROGRAM: Record<string, string> = {
  'package.json': '{ "name": "small", "version": "1.2.3", "main": "out/main/cli.js" }',
  'package-lock.json': '{}',
  'tsconfig.json': '{ "compilerOptions": { "verbatimModuleSyntax": true } }',
  'electron.vite.config.ts': `
    import { tables } from './scripts/vite/tables';
    const output = { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' };
    const side = (input) => ({
      build: { externalizeDeps: false, target: 'node20', sourcemap: true, rolldownOptions: { external: ['electron'], input, output } },
    });
    export default {
      main: side({ cli: 'src/cli.ts' }),
      preload: side({ preload: 'src/preload.ts' }),
      renderer: { root: 'src/renderer', plugins: [tables()], build: { rolldownOptions: { input: 'src/renderer/index.html' } } },
    };`,
  // As scripts/vite/words-by-language.ts: what it reads is no module of the window.
  'scripts/vite/tables.ts': `
    import * as fs from 'node:fs';
    import * as path from 'node:path';
    const file = path.resolve('src/tables/texts.json');
    export const tables = () => ({
      name: 'tables',
      api: { filesRead: [file] },
      load: (id) => (id.endsWith('texts.ts') ? 'export const TEXTS = ' + fs.readFileSync(file, 'utf8') : null),
    });`,
  'src/cli.ts': `
    import { both } from './both';
    const pages = import.meta.glob('../docs/guide/*.md', { query: '?raw', import: 'default', eager: true });
    console.log(both, Object.values(pages), import.meta.env.VITE_SECRET);`,
  'src/both.ts': `export const both = 'both';`,
  'src/preload.ts': `console.log('preload');`,
  'src/renderer/index.html': '<link rel="icon" href="./icon.svg" /><script type="module" src="./main.ts"></script>',
  'src/renderer/icon.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${'-'.repeat(5000)} --></svg>`,
  'src/renderer/main.ts': `
    import './styles.css';
    import { both } from '../both';
    import { TEXTS } from '../texts';
    console.log(both, TEXTS);`,
  'src/renderer/styles.css': 'body { color: red }',
  'src/texts.ts': 'export const TEXTS: string[] = [];',
  'src/tables/texts.json': '["one"]',
  'docs/guide/page.md': 'A page.',
};

let folder: string;

const write = async (file: string, text: string): Promise<void> => {
  await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await fs.writeFile(path.join(folder, file), text);
};
const read = (file: string): Promise<string> => fs.readFile(path.join(folder, file), 'utf8');

/** What a build said it compiles; empty if nothing was to do. */
function build(environment: Record<string, string> = {}): { status: number | null; said: string } {
  const words = `
    const { buildProgram, programIsBuilt } = await import('./scripts/setup/build.mjs');
    if (!programIsBuilt()) await buildProgram();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, said: [...stdout.matchAll(/building (.*)/g)].map(([, what]) => what).join('\n') + stderr };
}

const buildHash = async (): Promise<string> =>
  (JSON.parse(await read('out/build.json')) as { buildSha256: string }).buildSha256;

beforeEach(async () => {
  folder = await temporaryFolder();
  await fs.cp(path.join(ROOT, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
  await fs.symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  for (const [file, text] of Object.entries(PROGRAM)) await write(file, text);
  expect(build()).toEqual({ status: 0, said: 'main, preload, renderer (never built here)' });
});

describe('a build', () => {
  it(
    'compiles what reads the edited file, whichever way it reads it, with the bytes of a build of all',
    { tags: ['rare'] },
    async () => {
      expect(build().said).toBe('');
      for (const [file, text, said] of [
        ['src/cli.ts', `${PROGRAM['src/cli.ts']}console.log(1);`, 'main (src/cli.ts changed)'],
        ['docs/guide/page.md', 'Another page.', 'main (docs/guide/page.md changed)'],
        ['src/both.ts', `export const both = 'all';`, 'main, renderer (src/both.ts changed)'],
        ['src/preload.ts', 'console.log(2);', 'preload (src/preload.ts changed)'],
        ['src/tables/texts.json', '["two"]', 'renderer (src/tables/texts.json changed)'],
        ['src/renderer/styles.css', 'body { color: blue }', 'renderer (src/renderer/styles.css changed)'],
        ['src/renderer/icon.svg', `${PROGRAM['src/renderer/icon.svg']}\n`, 'renderer (src/renderer/icon.svg changed)'],
      ] as const) {
        await write(file, text);
        expect(build()).toEqual({ status: 0, said });
      }
      expect(await read('out/main/cli.js')).toContain('Another page.');
      const inParts = await buildHash();
      await fs.rm(path.join(folder, 'out'), { recursive: true });
      build();
      expect(await buildHash()).toBe(inParts);
    },
  );

  it('compiles all sides after a change of settings, and where files come or go', async () => {
    await write('package-lock.json', '{ "packages": {} }');
    expect(build().said).toBe('main, preload, renderer (package-lock.json changed)');
    await write('docs/guide/second.md', 'A second page.');
    expect(build().said).toBe('main, preload, renderer (files came or went)');
    expect(await read('out/main/cli.js')).toContain('A second page.');
    await fs.rm(path.join(folder, 'docs/guide/second.md'));
    expect(build().said).toContain('main (docs/guide/second.md changed)');
    expect(await read('out/main/cli.js')).not.toContain('A second page.');
  });

  it('leaves the program as it was if an edit does not compile, and goes on after its repair', async () => {
    const before = [await read('out/main/cli.js'), await read('out/build.json')];
    await write('src/cli.ts', 'const = ;');
    const { status, said } = build();
    expect(status).not.toBe(0);
    expect(said).toContain('cli.ts');
    expect([await read('out/main/cli.js'), await read('out/build.json')]).toEqual(before);
    await write('src/cli.ts', PROGRAM['src/cli.ts']!);
    expect(build()).toEqual({ status: 0, said: '' });
  });

  it('compiles again what somebody changed or deleted in out', async () => {
    const before = await buildHash();
    await write('out/preload/preload.js', 'console.log("by hand")');
    await write('src/cli.ts', `${PROGRAM['src/cli.ts']}\n`);
    expect(build().said).toContain('preload (out/preload is not what was built)');
    expect(await read('out/preload/preload.js')).not.toContain('by hand');
    await fs.rm(path.join(folder, 'out/renderer'), { recursive: true });
    expect(build().said).toBe('renderer (out/renderer is not what was built)');
    expect(await buildHash()).toBe(before);
  });

  it('takes nothing from the environment or a .env file, and names sources that exist in its maps', async () => {
    await write('.env', 'VITE_SECRET=of-a-file');
    await write('src/cli.ts', `${PROGRAM['src/cli.ts']}\n`);
    build({ VITE_SECRET: 'of-a-variable', NODE_ENV: 'development' });
    expect(await read('out/main/cli.js')).not.toContain('of-a-');
    const { sources } = JSON.parse(await read('out/main/cli.js.map')) as { sources: string[] };
    expect(sources.map((source) => path.join(folder, 'out/main', source))).toContain(path.join(folder, 'src/cli.ts'));
  });
});
