/** After a profile is forgotten, data sets that grew out of one another stay told apart, and the next refresh can be shown. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { MODEL, writeMonth } from '../../../../tests/support/months';

let line: Awaited<ReturnType<typeof commandLineHere>>;
beforeAll(async () => {
  line = await commandLineHere();
  for (const month of ['march', 'april'] as const) await writeMonth(line.folder, month);
});
afterAll(() => line.remove());

it('runs go on naming what was added to their data', async () => {
  const set = Object.entries(MODEL).map(([knob, value]) => `--set ${knob}=${value}`);
  const first = await line.run(`train --data march ${set.join(' ')} --json`);
  expect(first.status, first.err).toBe(0);
  const data = first.json().dataset.fingerprint;
  const added = await line.run(`import --add april --to ${data} --json`);
  expect(added.status, added.err).toBe(0);
  const second = await line.run(`train --data ${added.json().fingerprint} ${set.join(' ')} --json`);
  expect(second.status, second.err).toBe(0);
  const names = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      ((await line.run('runs --json')).json().runs as { runId: string; dataset: { name: string } }[]).map(
        ({ runId, dataset }) => [runId, dataset.name],
      ),
    );
  const before = await names();
  expect(before).toEqual({ [first.json().runId]: 'march', [second.json().runId]: 'march + april' });
  const { profile } = (await line.run(`profiles --data ${data} --json`)).json().rows[0];
  const forgotten = await line.run(`forget ${profile} --data ${data} --yes --json`);
  expect(forgotten.status, forgotten.err).toBe(0);
  expect(await names()).toEqual(before);
  const next = await line.run('refresh --show');
  expect(next.status, next.err).toBe(0);
  expect(next.out).toContain('march + april');
});
