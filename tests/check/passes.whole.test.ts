/** `npm run check` from edit to edit, in a small checkout with the real scripts and vitest. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const HERE = path.join(import.meta.dirname, '../..');
const execute = promisify(execFile);
/** As in a terminal: what vitest has set for this test would hide what it sets there. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|DEV|PROD|MODE|BASE_URL|TEST|VITEST.*)$/.test(name)),
);

const TEXT = (text: string): string => `export const A_WORDS = { 'a.one': { en: '${text}' }, 'a.two': { en: 'Two' } };`;
const FILES = {
  'check.mjs': `
    import { runVisibly } from './scripts/setup/command.mjs';
    import { testEdited } from './scripts/check/test-edited.mjs';
    let ran = [];
    const { waiting } = await testEdited(async (files) => {
      ran = files;
      const reporters = ['--reporter=dot', '--reporter=' + import.meta.dirname + '/scripts/check/keep-passes.mjs'];
      return { status: await runVisibly([process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project=units', ...reporters, ...files]) };
    }, JSON.parse(process.argv[2]));
    console.log('\\nRAN ' + ran.join(' ') + '\\nWAIT ' + waiting);`,
  'docs/page.md': 'A page',
  'src/features/words.ts': `
    import { A_WORDS } from './a/words';
    import { B_WORDS } from './b/words';
    export const WORDS = { ...A_WORDS, ...B_WORDS };`,
  'src/features/contract.ts': `
import { aCalls } from './a/contract/calls';
import { bCalls } from './b/contract/calls';
export const contract = {
  a: aCalls,
  b: bCalls,
};`,
  'src/features/a/words.ts': TEXT('One'),
  'src/features/b/words.ts': `export const B_WORDS = { 'b.one': { en: 'Other' } };`,
  'src/features/a/contract/calls.ts': `export const aCalls = { list: 1 };`,
  'src/features/b/contract/calls.ts': `export const bCalls = { list: 1 };`,
  'src/plain.ts': `export const PLAIN = 1;`,
};

/** Name of a test -> what it does; none of them depends on another one's subject. */
const TESTS = {
  call: `const { contract } = await import('./features/contract'); expect(contract.a.list).toBeGreaterThan(0);`,
  text: `const { WORDS } = await import('./features/words'); expect(WORDS['a.one'].en).not.toBe('');`,
  missing: `const { WORDS } = await import('./features/words'); expect('a.three' in WORDS).toBe('a.three' in WORDS);`,
  texts: `const { WORDS } = await import('./features/words'); expect(Object.keys(WORDS)).not.toEqual([]);`,
  plain: `const { PLAIN } = await import('./plain'); expect(PLAIN).toBe(1);`,
  reads: `expect(fs.readFileSync('docs/page.md', 'utf8')).not.toBe('');`,
  awaits: `expect(await fs.promises.readFile(new URL('../docs/page.md', import.meta.url), 'utf8')).not.toBe('');`,
  lists: `expect(fs.readdirSync('docs')).toContain('page.md');`,
  looks: `expect(fs.existsSync('docs/other.md')).toBe(fs.existsSync('docs/other.md'));`,
  starts: `expect(execFileSync(process.execPath, ['-p', '1']).toString()).toBe('1\\n');`,
};

let folder: string;
beforeAll(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-check-')));
  const support = ['fresh-modules', 'kept-folder', 'record-uses'].map((name) => `tests/support/${name}.ts`);
  for (const part of ['scripts/check', 'scripts/setup', 'vitest.config.mts', ...support])
    await fs.cp(path.join(HERE, part), path.join(folder, part), { recursive: true });
  for (const name of ['node_modules', 'bench', 'cluster']) await fs.mkdir(path.join(folder, name));
  for (const name of ['vite', 'vitest'])
    await fs.symlink(path.join(HERE, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  for (const [file, text] of Object.entries(FILES)) await edit(file, text);
  for (const [name, text] of Object.entries(TESTS)) await edit(`src/${name}.test.ts`, testOf(text));
  await execute('git', ['init', '--quiet'], { cwd: folder });
  await edit('.gitignore', 'node_modules');
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

async function edit(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await fs.writeFile(path.join(folder, file), text);
}

const testOf = (text: string): string => `
  import { execFileSync } from 'node:child_process';
  import * as fs from 'node:fs';
  import { expect, it } from 'vitest';
  it('passes', async () => { ${text} });`;

interface Portion {
  /** Names of tests, in the order in which they run. */
  readonly ran: readonly string[];
  readonly waiting: number;
}

/** @param budget processor seconds; null for all that is due */
async function portion(budget: number | null): Promise<Portion> {
  const options = JSON.stringify(budget === null ? { isAll: true } : { budget });
  const { stdout } = await execute(process.execPath, ['check.mjs', options], { cwd: folder, env: ENVIRONMENT });
  const [, files, waiting] = /^RAN (.*)\nWAIT (\d+)$/m.exec(stdout)!;
  const ran = files!.split(' ').filter((file) => file !== '');
  return { ran: ran.map((file) => path.basename(file, '.test.ts')), waiting: Number(waiting) };
}

/** The names of the tests that a check of all that is due runs, sorted. */
const check = async (): Promise<string[]> => (await portion(null)).ran.toSorted();

const ALL = Object.keys(TESTS).sort();

it('runs a test again when what it used has changed, and at no other time', async () => {
  expect(await check()).toEqual(ALL);
  // Whatever starts a program may depend on anything: nothing was edited.
  expect(await check()).toEqual([]);

  await edit('src/features/a/words.ts', TEXT('First'));
  expect(await check()).toEqual(['starts', 'text', 'texts']);
  await edit('src/features/b/words.ts', `export const B_WORDS = { 'a.three': { en: 'Three' } };`);
  expect(await check()).toEqual(['missing', 'starts', 'texts']);
  await edit('src/features/a/contract/calls.ts', `export const aCalls = { list: 2 };`);
  expect(await check()).toEqual(['call', 'starts']);
  await edit('src/features/b/contract/calls.ts', `export const bCalls = { list: 2 };`);
  expect(await check()).toEqual(['starts']);
  await edit('docs/page.md', 'Another page');
  expect(await check()).toEqual(['awaits', 'reads', 'starts']);
  await edit('docs/other.md', 'A page more');
  expect(await check()).toEqual(['lists', 'looks', 'starts']);
  await edit('settings.json', '{}');
  expect(await check()).toEqual(ALL);
});

it('runs all that load a table which cannot be loaded', { tags: ['rare'] }, async () => {
  await edit('src/features/b/contract/calls.ts', `throw new Error('Broken');`);
  expect(await check()).toEqual(['call', 'starts']);
  await edit('src/features/b/contract/calls.ts', `export const bCalls = { list: 2 };`);
  // What passed then and now is not asked again.
  expect(await check()).toEqual(['starts']);
});

it('keeps what passed beside a failure, and before an interruption', { tags: ['rare'] }, async () => {
  await check();
  await edit('src/plain.ts', 'export const PLAIN = 2;');
  await edit('docs/page.md', 'A third page');
  expect(await check()).toEqual(['awaits', 'plain', 'reads', 'starts']);
  expect(await check()).toEqual(['plain']);
  await edit('src/plain.ts', 'export const PLAIN = 1;');
  await check();

  // Below node_modules nothing counts as edited.
  const ends = path.join(folder, 'node_modules/ends');
  // Once all others have been written down, beside the lines of the check before.
  const text = `
    if (fs.existsSync('node_modules/ends')) {
      const kept = () => fs.readFileSync('node_modules/.shelfwise/passes.jsonl', 'utf8').match(/\\n/g).length;
      while (kept() < ${ALL.length * 2 + 1}) await new Promise((resolve) => setTimeout(resolve, 20));
      process.kill(process.ppid, 'SIGKILL');
      await new Promise(() => {});
    }`;
  await edit('src/zz-last.test.ts', testOf(`${text} expect(1).toBe(1);`));
  await check();
  await fs.writeFile(ends, '');
  await edit('settings.json', '{ "again": true }');
  expect(await check()).toEqual([...ALL, 'zz-last']);
  await fs.rm(ends);
  expect(await check()).toEqual(['zz-last']);
});

it('runs the nearest for as long as its budget lasts, and goes on with the next', async () => {
  await check();
  await edit('src/features/a/words.ts', TEXT('Once more'));
  await edit('src/plain.ts', `${FILES['src/plain.ts']}\n`);
  // Those that load the edited file, each next time one more; what runs after any edit is the furthest off.
  expect(await portion(0)).toEqual({ ran: ['plain'], waiting: 3 });
  const second = await portion(0);
  expect(second.waiting).toBe(2);
  expect(['text', 'texts']).toContain(second.ran.join());
  expect(await portion(1_000)).toEqual({
    ran: [second.ran[0] === 'text' ? 'texts' : 'text', 'starts'],
    waiting: 0,
  });
  expect(await portion(0)).toEqual({ ran: [], waiting: 0 });
});

it(
  'runs what failed and what tells of forgotten places first, whatever the budget is',
  { tags: ['rare'] },
  async () => {
    await check();
    const telling = `/** @module-tag telling */${testOf(`expect(fs.readdirSync('src')).not.toContain('forgotten.ts');`)}`;
    await edit('src/far.test.ts', telling);
    await check();
    await edit('src/features/a/words.ts', TEXT('At last'));
    await edit('src/plain.ts', 'export const PLAIN = 2;');
    await edit('src/forgotten.ts', '');
    expect(await portion(0)).toEqual({ ran: ['far', 'plain'], waiting: 3 });
    await fs.rm(path.join(folder, 'src/forgotten.ts'));
    const { ran, waiting } = await portion(0);
    // What tells of forgotten places passed with the folder as it is now.
    expect(ran[0]).toBe('plain');
    expect([ran.length, waiting]).toEqual([2, 2]);
    await edit('src/plain.ts', 'export const PLAIN = 1;');
    expect((await portion(0)).ran[0]).toBe('plain');
    await check();
    expect(await portion(0)).toEqual({ ran: [], waiting: 0 });
  },
);
