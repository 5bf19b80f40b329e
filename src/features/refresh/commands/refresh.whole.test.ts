/** `refresh` on the command line: what a weekly job reads, its JSON and its exit status. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MODEL, writeMonth } from '../../../../tests/support/months';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { textsIn } from '../../../shared/words/texts';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let fashionable: string;
beforeAll(async () => {
  line = await commandLineHere();
  await writeMonth(line.folder, 'march');
  fashionable = await writeMonth(line.folder, 'fashionable');
});
afterAll(() => line.remove());

it('reports in status and object why a file was not written', { tags: ['rare'] }, async () => {
  const job = `refresh --add ${fashionable} --out lists.csv --json --quiet`;
  const none = await line.run(job);
  expect(none).toMatchObject({ status: 4 });
  expect(none.json()).toMatchObject({ state: 'failed', export: null, error: { code: 'not-found' } });
  const set = Object.entries(MODEL).map(([knob, value]) => `--set ${knob}=${value}`);
  const run = await line.run(`train --data march ${set.join(' ')} --json`);
  expect(run.status, run.err).toBe(0);

  const worse = await line.run(job);
  expect(worse.status, worse.err).toBe(9);
  expect(worse.json()).toMatchObject({ state: 'worse', compared: { with: run.json().runId }, export: null });
  await expect(fs.stat(path.join(line.folder, 'lists.csv'))).rejects.toMatchObject({ code: 'ENOENT' });

  const data = run.json().dataset.fingerprint;
  await line.run(`checks --data ${worse.json().dataset.fingerprint} --stop no-metadata`);
  const next = await line.run('refresh --show --json');
  expect(next.json(), next.err).toMatchObject({
    next: { run: { runId: run.json().runId }, why: 'last', stops: [{ id: 'no-metadata', name: null }], rules: null },
    last: { state: 'worse' },
  });
  expect((await line.run('refresh --show')).out).toMatch(/blocked by[^]*Refresh worse/);
  const stopped = await line.run(`${job} --even-if-worse --approve-as Kim --to ${data}`);
  expect(stopped.status, stopped.err).toBe(8);
  expect(stopped.json()).toMatchObject({ state: 'checks', checks: { stopped: ['no-metadata'] }, export: null });
  expect((await line.run('refresh --list')).out).toContain('blocked by a check');
  expect((await line.run(`check --run ${run.json().runId} --stop no-metadata`)).out).toContain(
    `Blocked by: ${textsIn('en')('checks.names.no-metadata')}.`,
  );

  await line.run(`checks --data ${worse.json().dataset.fingerprint} --on no-metadata`);
  const waits = await line.run(`${job} --even-if-worse`);
  expect(waits.status, waits.err).toBe(12);
  expect(waits.json()).toMatchObject({ state: 'waiting', export: null });
  const written = await line.run(`refresh --add ${fashionable} --out lists.csv --even-if-worse --approve-as Kim`);
  expect(written.status, written.err).toBe(0);
  expect(written.out).toMatch(/released +approved by Kim/);
  expect(written.err).toMatch(/Begins with .+, the last one, because/);
  expect(written.out).toContain('Refresh exported');
  expect(written.out).toContain('surely worse');
  expect((await fs.stat(path.join(line.folder, 'lists.csv'))).size).toBeGreaterThan(0);

  const again = await line.run(job);
  expect(again.status, again.err).toBe(0);
  expect(again.json()).toMatchObject({ state: 'nothing-new', export: null });
  const listed = await line.run('refresh --list');
  expect(listed.out).toMatch(/nothing new[^]*exported/);
});

it('says what it needs', async () => {
  for (const [words, needed] of [
    ['refresh --out lists.csv', '--add'],
    ['refresh --unattended yes', '--by'],
    ['refresh --unattended perhaps --by Kim', 'yes'],
    ['refresh --add somewhere --out lists.csv --original-ids', '--key'],
  ] as const) {
    const ended = await line.run(words);
    expect(ended.status).toBe(2);
    expect(ended.err).toContain(needed);
  }
});
