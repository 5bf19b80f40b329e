/** The main job opens no connection: traces the system calls of every command, and of the trainers it starts. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, temporaryCommandLine } from '../support/command-line';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { testTools } from '../support/test-tools';
import { triedOf } from '../support/tried';

const { strace } = testTools();

/** Families that reach beyond the machine, and netlink, by which a program looks for routes. */
const OUTSIDE = /\bAF_(?!UNIX\b|LOCAL\b|UNSPEC\b)[A-Z0-9]+\b/;

describe.skipIf(strace.path === null)(`traced by strace${strace.path === null ? ` (${strace.reason})` : ''}`, () => {
  let line: Awaited<ReturnType<typeof temporaryCommandLine>>;
  let small: SmallFolder;
  let traces = 0;

  beforeAll(async () => {
    line = await temporaryCommandLine();
    small = await makeSmallFolder({ profiles: 16, items: 60, everyFile: true });
  });
  afterAll(async () => {
    await small.remove();
    await line.remove();
  });

  const tracing = (trace: string): string[] => {
    const calls = 'trace=socket,connect,bind,listen,sendto,sendmsg,sendmmsg';
    return [strace.path!, '-f', '-qq', '--seccomp-bpf', '-o', trace, '-e', calls, '-e', 'signal=none'];
  };
  const outsideCalls = async (trace: string): Promise<string[]> =>
    (await readFile(trace, 'utf8')).split('\n').filter((call) => OUTSIDE.test(call));

  /** Runs a command to a successful end, and expects no outside call. */
  async function expectQuiet(words: string): Promise<Ended> {
    const trace = path.join(line.folder, `trace-${++traces}`);
    const ended = await line.run(`${words} --json`, { under: tracing(trace) });
    expect(ended.status, `${words}: ${ended.err}`).toBe(0);
    expect(await outsideCalls(trace), words).toEqual([]);
    return ended;
  }

  it('a connection would be detected', async () => {
    const trace = path.join(line.folder, 'trace-control');
    const connects = `require('node:net').connect(9, '127.0.0.1').on('error', () => {})`;
    const child = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(connects)}])`;
    const [program, ...words] = tracing(trace);
    for (const script of [connects, child]) {
      const { status, stderr } = spawnSync(program!, [...words, process.execPath, '-e', script], { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      const calls = await outsideCalls(trace);
      expect(
        calls.some((call) => /connect\(.*AF_INET.*127\.0\.0\.1/.test(call)),
        calls.join('\n'),
      ).toBe(true);
    }
  });

  it('no command of the main job makes one', { tags: ['rare'], timeout: 300_000 }, async () => {
    const { fingerprint } = (await expectQuiet(`import ${small.folder}`)).json();
    const recipe = '--recipe quick --set structure.width=16 --set stopping.epochs=3';
    const { runId } = (await expectQuiet(`train --data ${fingerprint} ${recipe}`)).json();
    for (const words of triedOf(
      [`recommend --run ${runId} --profile 3`, `export --run ${runId} --out submission.csv`, `verify ${runId}`],
      [
        `bundle ${runId} --out run.shelfwise --with-data`,
        'open run.shelfwise --yes --workspace elsewhere',
        'doctor',
        `leaderboard --data ${fingerprint} --models popularity,dae-quick --seeds 1`,
        `export --run ${runId} --out lists.parquet --format parquet`,
        'gc',
      ],
    ))
      await expectQuiet(words);
  });
});
