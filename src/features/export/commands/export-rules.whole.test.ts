/**
 * Saved rules on the command line: they count without an option, are told on standard error, and no question waits for an answer.
 *
 * @module-tag rare
 */
import { rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportRecord } from '../../../shared/contract/run';
import { copyReleased, RELEASED } from '../../../../tests/support/released-workspace';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
const data = RELEASED.data.slice(0, 8);
const run = RELEASED.quick;
beforeAll(async () => {
  line = await commandLineHere();
  await copyReleased(path.join(line.folder, 'workspace'));
  await rm(path.join(line.folder, 'workspace', 'rules'), { recursive: true });
});
afterAll(() => line.remove());

it('are named when they count for the first time, left out by none, and applied on a day alone', async () => {
  const { items } = (await line.run(`recommend --run ${run} --profile 3 --json`)).json() as {
    items: { item: string }[];
  };
  const hide = { name: 'Not this', kind: 'hide', titles: { ids: [items[0]!.item] } };
  const rules = [
    { ...hide, id: 'now' },
    { ...hide, id: 'later', name: 'Not that', titles: { ids: [items[1]!.item] }, from: '9999-01-01' },
  ];
  await writeFile(path.join(line.folder, 'rules.json'), JSON.stringify({ formatVersion: 1, rules }));
  await line.run(`rules add rules.json --data ${data}`);
  const exported = async (options: string): Promise<{ record: ExportRecord; err: string }> => {
    const { err, json } = await line.run(`export --run ${run} --out lists.csv --format csv --json${options}`);
    return { record: json() as ExportRecord, err };
  };
  const plain = await exported(' --rules none');
  expect(plain.record).not.toHaveProperty('rulesSha256');
  expect(plain.err).not.toContain('Not this');
  const first = await exported('');
  expect(first.err).toContain('for the first time: Not this and Not that (waits for its days).');
  expect(first.record).toMatchObject({ rules: { names: ['Not this'], waiting: ['Not that'], revision: 1 } });
  expect(first.record.sha256).not.toBe(plain.record.sha256);
  expect(first.record.deliveredSha256).not.toBe(plain.record.deliveredSha256);
  const later = await exported(' --date 9999-02-01');
  expect(later.err).not.toContain('for the first time');
  expect(later.record).toMatchObject({ rulesDate: '9999-02-01', rules: { names: ['Not this', 'Not that'] } });
  expect((await exported(' --rules rules.json')).record).toMatchObject({ rules: { revision: null } });

  const approve = async (options: string): Promise<unknown> =>
    ((await line.run(`approve --run ${run} --by Kim --reason seen --json${options}`)).json() as { standing: unknown })
      .standing;
  expect(await approve('')).toBe('holds');
  expect((await exported('')).record).toMatchObject({ approval: { by: 'Kim' } });
  const other = await exported(' --date 9999-02-01');
  expect(other.record.approval).toBeNull();
  expect(other.err).toContain(`approve --run ${run} --date 9999-02-01 --by NAME`);
  expect((await line.run(`approve --run ${run} --date 9999-02-01`)).out).toContain('Approve the lists again');
  expect((await line.run(`exports ${run}`)).out).toContain('Not this');
});
