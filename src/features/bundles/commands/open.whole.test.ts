/** `open` imports a bundle only with consent: at a terminal, or with --yes. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleRun } from '../engine/bundle-run';
import { trainedRun } from '../../../../tests/support/trained-run';
import { shelfwise } from '../../../../tests/support/command-line';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { everyNth } from '../../../../tests/support/tried';

let line: Awaited<ReturnType<typeof commandLineHere>>;
beforeAll(async () => {
  line = await commandLineHere();
  const { workspace, record } = await trainedRun({ model: 'popularity' });
  await bundleRun({ workspace, runId: record.runId, out: path.join(line.folder, 'run.shelfwise'), withData: true });
});
afterAll(() => line.remove());

const runs = async (): Promise<string[]> =>
  (await fs.readdir(path.join(line.folder, 'workspace', 'runs')).catch(() => [])).sort();

describe('open without a terminal', () => {
  it.each(['open run.shelfwise', 'open run.shelfwise --json'])('%s imports nothing and says how to', async (words) => {
    const ended = await line.run(words);
    expect(ended.status).toBe(2);
    expect(ended.err).toMatch(/was not opened.*--inspect.*--yes/s);
    expect(await runs()).toEqual([]);
  });

  it('--inspect describes the contents and imports nothing', async () => {
    const shown = await line.run('open run.shelfwise --inspect');
    expect(shown).toMatchObject({ status: 0, err: '' });
    expect(shown.out).toMatch(/profiles +24, with their histories and lists/);
    expect(shown.out).toMatch(/not who made it/);
    expect((await line.run('open run.shelfwise --inspect --json')).json()).toMatchObject({
      profiles: 24,
      here: 'nothing',
    });
    expect(await runs()).toEqual([]);
  });
});

/** util-linux' script runs a command at its own terminal, fed from script's standard input. */
function whyNoTerminal(): string | null {
  try {
    execFileSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' });
    return null;
  } catch {
    return ' (script of util-linux is not here)';
  }
}

const NO_TERMINAL = whyNoTerminal();

describe.skipIf(NO_TERMINAL !== null)(`open at a terminal${NO_TERMINAL ?? ''}`, () => {
  const typed = (keys: string, words: string) =>
    shelfwise(words.split(' '), {
      folder: line.folder,
      environment: { SHELFWISE_WORKSPACE: path.join(line.folder, 'workspace'), NO_COLOR: '1' },
      under: ['bash', '-c', `printf '${keys}' | script -qec "$(printf '%q ' "$@")" /dev/null`, 'bash'],
    });

  it.each(
    everyNth(
      [
        ['an empty answer', '\\n', 5],
        ['a no', 'n\\n', 5],
      ],
      2,
    ),
  )('shows the contents, asks, and imports nothing on %s', async (_what, keys, status) => {
    const ended = await typed(keys, 'open run.shelfwise');
    expect(ended.out).toMatch(/profiles +24/);
    expect(ended.out).toContain('Open it in this workspace? [y/N]');
    expect(ended.status).toBe(status);
    expect(await runs()).toEqual([]);
  });

  it('imports on yes, and asks nothing the second time', { tags: ['rare'] }, async () => {
    const ended = await typed('y\\n', 'open run.shelfwise');
    expect(ended.out).toMatch(/Opened run r\w{9}/);
    expect(ended.status).toBe(0);
    expect(await runs()).toHaveLength(1);
    const again = await typed('', 'open run.shelfwise');
    expect(again.out).toMatch(/is here already, exactly as in the bundle/);
    expect(again.status).toBe(0);
  });
});
