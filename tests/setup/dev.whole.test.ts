/** `npm run dev` in a copy of the checkout whose files the test edits. @module-tag rare */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { makeSmallFolder } from '../support/small-folder';
import { endOfSocket, enter, get, openSocket, page, type PageClient } from '../support/web-process';

const ROOT = path.join(import.meta.dirname, '..', '..');
const COPIED = ['src', 'scripts', 'docs/guide', 'docs/screens', 'cluster/shelfwise_ray', 'resources'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts'];
const HANDLER = 'src/features/settings/engine/diagnose.ts';
const TEXTS = 'src/features/data-folder/words/welcome.ts';

let folder: string;
let port: number;
let dev: ChildProcess;
let said = '';
let token: string;

/** Waits until the terminal says it after a place in its text. */
async function hear(what: RegExp, from = 0): Promise<RegExpExecArray> {
  return vi.waitFor(
    () => {
      const found = what.exec(said.slice(from));
      if (found === null) throw new Error(`${what} is not in what it said:\n${said.slice(from)}`);
      return found;
    },
    { timeout: 120_000, interval: 100 },
  );
}

const read = (file: string): Promise<string> => fs.readFile(path.join(folder, file), 'utf8');

/** Edits a file, and waits for what the terminal says of it. */
async function edit(file: string, change: (text: string) => string, answer: RegExp): Promise<string> {
  const from = said.length;
  await fs.writeFile(path.join(folder, file), change(await read(file)));
  return (await hear(answer, from))[0];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return free;
}

beforeAll(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-dev-')));
  for (const place of [...COPIED, ...FILES])
    await fs.cp(path.join(ROOT, place), path.join(folder, place), { recursive: true });
  await fs.symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  port = await freePort();
  const words = ['scripts/dev.mjs', '--port', String(port), '--workspace', 'workspace'];
  dev = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [dev.stdout!, dev.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [, code] = await hear(/open http:\/\/127\.0\.0\.1:\d+\/#code=(\S+)/);
  token = (await enter(port, code!)).body;
});
afterAll(async () => {
  dev.kill('SIGKILL');
  await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const client = (): PageClient => page({ port, token }).client;

async function importSmall(): Promise<string> {
  const small = await makeSmallFolder({ profiles: 20, items: 80, eventsPerProfile: 10 });
  const progress = await client().datasets.import({ folder: small.folder });
  for (;;) {
    const step = await progress.next();
    if (step.done === true) return step.value.fingerprint;
  }
}

/** Processes of this checkout, which name its folder. */
const processes = (): string[] =>
  spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(`${folder}${path.sep}out`));

describe('npm run dev', () => {
  it('answers under the rules of the host', async () => {
    expect((await get(port, { path: '/' })).status).toBe(200);
    expect((await get(port, { path: '/', headers: { Host: `shelf.example:${port}` } })).status).toBe(403);
    expect((await get(port, { path: '/', headers: { Origin: 'http://127.0.0.1:1' } })).status).toBe(403);
    expect((await get(port, { path: '/' })).headers['x-frame-options']).toBe('DENY');
    expect((await enter(port, 'a-code', { Origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await enter(port, 'a-code')).status).toBe(403);
    const foreign = await endOfSocket(openSocket(port, { Origin: 'http://shelf.example' }));
    expect(foreign.error).toContain('403');
    const stranger = openSocket(port);
    stranger.once('open', () => stranger.send('no token'));
    expect((await endOfSocket(stranger)).code).toBe(4401);
  });

  it('serves the sources and packages of the window, and no other file', async () => {
    expect((await get(port, { path: `/@fs${folder}/src/shared/limits.ts` })).status).toBe(200);
    await fs.writeFile(path.join(folder, 'workspace', 'secret.txt'), 'of a child');
    for (const file of ['package.json', 'workspace/secret.txt', 'workspace/secret.txt?raw'])
      expect((await get(port, { path: `/@fs${folder}/${file}` })).status).toBe(403);
    expect((await get(port, { path: '/' })).body).toMatch(/script-src 'self' 'nonce-[\w+/=]+'; style-src/);
  });

  it('brings an edited text to the page', async () => {
    const texts = { path: `/@fs${folder}/src/features/words.ts?only=en` };
    expect((await get(port, texts)).body).toContain('Open the folder with');
    await edit(TEXTS, (text) => text.replace('Open the folder with', 'Take the folder with'), /window: hmr update/);
    expect((await get(port, texts)).body).toContain('Take the folder with');
    await hear(/engine: built in .*welcome\.ts/);
  });

  it('goes on with the engine before while an edit does not compile', async () => {
    const broken = await edit(HANDLER, (text) => `${text}\nconst = ;`, /engine: not built[^]*diagnose\.ts/);
    expect(broken).toContain('the one before goes on');
    expect(await client().runs.list()).toEqual([]);
    await edit(HANDLER, (text) => text.replace('\nconst = ;', ''), /nothing in it changed/);
  });

  it('refuses a port that is taken, and words that it does not know', async () => {
    const start = (...words: string[]): Promise<{ status: number | null; err: string }> => {
      const child = spawn(process.execPath, ['scripts/dev.mjs', ...words], { cwd: folder });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      return new Promise((resolve) => child.once('close', (status) => resolve({ status, err })));
    };
    const taken = await start('--port', String(port));
    expect(taken.status).toBe(1);
    expect(taken.err).toContain(`Port ${port} is already in use: end what listens there, or choose another one`);
    expect((await start('--port', 'many')).status).toBe(2);
    expect((await start('--ports', '1')).err).toContain('Allowed: --port N');
  });

  it('keeps a training and the login while the engine is replaced, and ends with all processes', async () => {
    const data = await importSmall();
    const recipe = completeRecipe({ 'stopping.rule': 'fixed', 'stopping.epochs': 10_000, 'structure.width': 16 });
    const { runId } = await client().runs.start({ data, recipe, seed: 1 });
    for await (const { epoch } of await client().runs.watch({ runId })) if (epoch !== null && epoch.epoch >= 2) break;

    const replaced = await edit(HANDLER, (text) => `${text}\nconsole.log('edited');\n`, /engine: built in .*/);
    expect(replaced).toContain('1 training goes on with the code it began with');
    expect((await client().runs.get({ runId })).status).toBe('running');
    const epochs = async (): Promise<number> => (await read(`workspace/runs/${runId}/epochs.jsonl`)).split('\n').length;
    const before = await epochs();
    await expect.poll(epochs).toBeGreaterThan(before);

    dev.kill('SIGINT');
    await new Promise((resolve) => dev.once('close', resolve));
    expect(dev.exitCode).toBe(0);
    expect(said).toContain('its best epoch is kept');
    expect(processes()).toEqual([]);
    expect(await fs.readdir(path.join(folder, 'out', 'dev'))).toEqual([]);
    const record = JSON.parse(await read(`workspace/runs/${runId}/run.json`)) as { status: string };
    expect(record.status).toBe('stopped');
  });
});
