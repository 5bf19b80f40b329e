/**
 * The main job by the command line of Windows, under Wine, held against this system: the same fingerprint, weights, lists
 * and file; a killed training that goes on; bundles that each side verifies of the other; the page in a browser. Wine is
 * no Windows: its locks, antivirus and graphics cards are not tried.
 *
 * @module-tag rare
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppWindow } from '../e2e/pages/app-window';
import { closeBrowser, theBrowser } from '../e2e/support/browser';
import { textsIn } from '../e2e/support/texts';
import { shelfwise } from '../support/command-line';
import { testTools } from '../support/test-tools';
import { goldenHashes, goldenRecipe, SEED } from './golden-run';
import { layOtherSystem, type OtherSystem } from './on-other-system';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 900_000 });

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const { windows, browser } = testTools();
const WHY_NOT = windows.reason ?? browser.reason;

describe.skipIf(WHY_NOT !== null)(`the command line of Windows ${WHY_NOT ?? ''}`, () => {
  let folder: string;
  let system: OtherSystem;
  let runId: string;
  let calls = 0;
  let page: Promise<Ended> | null = null;
  const at = (...names: string[]): string => path.join(folder, ...names);
  const there = (...names: string[]): string => system.pathOf(at(...names));

  /** Starts it; programs of Windows write to files under Wine, not to pipes of Linux. */
  function begin(words: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
    const [out, err] = [at(`out-${++calls}.txt`), at(`err-${calls}.txt`)];
    const files = [fs.openSync(out, 'w'), fs.openSync(err, 'w')] as const;
    const [program, ...before] = system.node;
    const cli = there('engine', 'out', 'main', 'cli.js');
    const child = spawn(program!, [...before, cli, ...words, '--workspace', there('workspace'), '--quiet'], {
      cwd: folder,
      env: { ...process.env, ...system.environment, DISPLAY: '' },
      stdio: ['ignore', ...files],
    });
    files.forEach((file) => fs.closeSync(file));
    const read = (file: string): string => fs.readFileSync(file, 'utf8').replaceAll('\r', '');
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (status) => resolve({ status, out: read(out), err: read(err) }));
    });
    return { child, ended };
  }
  async function run(...words: string[]): Promise<Ended & { json(): Record<string, unknown> }> {
    const ended = await begin(words).ended;
    expect(ended.status, `${words.join(' ')}: ${ended.err}`).toBe(0);
    return { ...ended, json: () => JSON.parse(ended.out) as Record<string, unknown> };
  }
  const here = async (...words: string[]) => {
    const ended = await shelfwise([...words, '--workspace', at('here'), '--quiet']);
    expect(ended.status, ended.err).toBe(0);
    return ended;
  };
  const sha256 = (name: string): string =>
    createHash('sha256')
      .update(fs.readFileSync(at(name)))
      .digest('hex');

  /** Processes that work in this test's folder. @param word that their command has too */
  const processesHere = (word = ''): number[] =>
    fs
      .readdirSync('/proc')
      .filter((id) => {
        const words = `/proc/${id}/cmdline`;
        const line = /^\d+$/.test(id) && fs.existsSync(words) ? fs.readFileSync(words, 'utf8') : '';
        return line.includes(word) && line.includes(path.basename(folder));
      })
      .map(Number);

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-windows-line-'));
    system = await layOtherSystem(at('engine'), 'win32-x64');
    fs.cpSync(path.join(import.meta.dirname, 'folder'), at('data'), { recursive: true });
    fs.writeFileSync(at('recipe.json'), JSON.stringify(goldenRecipe('dae')));
  });
  afterAll(async () => {
    await closeBrowser();
    // Not wineserver -k, which would end what other tests run under Wine.
    for (const id of processesHere()) process.kill(id, 'SIGKILL');
    await page;
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('imports the data with its fingerprint', async () => {
    const { fingerprint } = await goldenHashes();
    expect((await run('import', there('data'), '--json')).json()).toMatchObject({ fingerprint });
  });

  it('goes on with a training whose process was killed, to the recorded bits', async () => {
    const words = [
      'train',
      '--data',
      there('data'),
      '--recipe',
      there('recipe.json'),
      '--seed',
      String(SEED),
      '--json',
    ];
    const { ended } = begin(words);
    const epochs = (): string[] =>
      fs.existsSync(at('workspace/runs'))
        ? fs
            .readdirSync(at('workspace/runs'))
            .filter((name) => fs.existsSync(at('workspace/runs', name, 'epochs.jsonl')))
        : [];
    await vi.waitFor(() => expect(epochs()).toHaveLength(1), { timeout: 120_000, interval: 20 });
    [runId] = epochs() as [string];
    const trainers = processesHere('trainer.js');
    expect(trainers.length).toBeGreaterThan(0);
    for (const id of trainers) process.kill(id, 'SIGKILL');
    expect((await ended).status).not.toBe(0);
    const { weightsSha256, listsSha256 } = (await run('resume', runId, '--json')).json();
    expect({ weightsSha256, listsSha256 }).toEqual((await goldenHashes()).rows.dae);
  });

  it('verifies, recommends, and exports the file that this system exports', async () => {
    expect((await run('verify', runId, '--json')).json()).toMatchObject({ verdict: 'identical-bits' });
    await run('export', '--run', runId, '--out', there('windows.csv'));
    await here('train', '--data', at('data'), '--recipe', at('recipe.json'), '--seed', String(SEED));
    const own = (await here('runs', '--json')).json().runs[0].runId as string;
    await here('export', '--run', own, '--out', at('here.csv'));
    expect(sha256('windows.csv')).toBe(sha256('here.csv'));
    const [, profile] = /\n([^,\n]+),/.exec(fs.readFileSync(at('here.csv'), 'utf8'))!;
    const words = ['recommend', '--profile', profile!, '--json', '--run'];
    const listOf = ({ items }: { items?: { item: string }[] }): string[] => items!.map(({ item }) => item);
    expect(listOf((await run(...words, runId)).json())).toEqual(listOf((await here(...words, own)).json()));
  });

  it('gives a bundle that this system verifies, and verifies one of this system', async () => {
    await run('bundle', runId, '--out', there('windows.shelfwise'), '--with-data');
    const elsewhere = await shelfwise(['open', at('windows.shelfwise'), '--yes', '--workspace', at('elsewhere')]);
    expect(elsewhere.status, elsewhere.err).toBe(0);
    const verified = await shelfwise(['verify', runId, '--json', '--workspace', at('elsewhere')]);
    expect(verified.json(), verified.err).toMatchObject({ verdict: 'identical-bits' });

    const own = (await here('runs', '--json')).json().runs[0].runId as string;
    await here('bundle', own, '--out', at('here.shelfwise'), '--with-data');
    await run('open', there('here.shelfwise'), '--yes');
    expect((await run('verify', own, '--json')).json()).toMatchObject({ verdict: 'identical-bits' });
  });

  it('opens its page in a browser of this computer', async () => {
    page = begin(['web', '--no-open', '--port', '0']).ended;
    const out = at(`out-${calls}.txt`);
    const address = await vi.waitFor(
      () => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(fs.readFileSync(out, 'utf8'));
        expect(found).not.toBe(null);
        return found![0];
      },
      { timeout: 120_000, interval: 250 },
    );
    const context = await (await theBrowser()).newContext({ locale: 'en-US' });
    const window = new AppWindow(await context.newPage(), textsIn('en'));
    await window.goTo(address);
    await window.show('runs');
    await window.content
      .getByRole('link', { name: new RegExp(`seed ${SEED}`) })
      .first()
      .waitFor({ timeout: 120_000 });
    expect(window.problems).toEqual([]);
    await context.close();
  });
});
