/** Labels on the command line: from a mapping and a table, printed, and stepped back. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTables } from '../../../../tests/support/small-folder';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let data: string;

beforeAll(async () => {
  line = await commandLineHere();
  await writeTables(path.join(line.folder, 'theirs'), {
    'events.csv': ['who,what', 'a,1', 'a,2', 'b,2'],
    'who.csv': ['who,region', 'a,seoul', 'b,=busan'],
  });
  const mapping = {
    events: { file: 'events.csv', profile: 'who', item: 'what' },
    profiles: { file: 'who.csv', profile: 'who', attributes: ['region'] },
    labels: { entries: [{ attribute: 'region', code: 'seoul', label: '서울' }], timeZone: 'Asia/Seoul' },
  };
  await fs.writeFile(path.join(line.folder, 'mapping.json'), JSON.stringify(mapping));
  const { fingerprint } = (await line.run('import theirs --map mapping.json --json')).json() as { fingerprint: string };
  data = fingerprint.slice(0, 8);
});
afterAll(() => line.remove());

it('a mapping brings labels, a filled-in table adds to them, and --back reverts that', async () => {
  const labels = `labels --data ${data}`;
  expect((await line.run(labels)).out).toMatch(/region +seoul +서울[^]*Asia\/Seoul/);
  const { out: table } = await line.run(`${labels} --print`);
  expect(table).toBe("attribute,code,label\nregion,,\nregion,'=busan,\nregion,seoul,서울\n");
  await fs.writeFile(
    path.join(line.folder, 'labels.csv'),
    `${table.replace('busan,', 'busan,부산').replace('region,,', 'region,,지역')}region,jeju,제주\n`,
  );
  const added = await line.run(`${labels} --file labels.csv`);
  expect(added.err).toMatch(/Line 5 .*jeju.*no such attribute or value/);
  expect(added.out).toMatch(/region +지역/);
  expect((await line.run(`${labels} --json`)).json()).toMatchObject({
    entries: [
      { attribute: 'region', code: 'seoul', label: '서울' },
      { attribute: 'region', label: '지역' },
      { attribute: 'region', code: '=busan', label: '부산' },
    ],
    timeZone: 'Asia/Seoul',
  });
  expect((await line.run(`${labels} --time-zone Mars/Olympus`)).status).toBe(2);
  expect((await line.run(`${labels} --time-zone Europe/Paris`)).out).toContain('Europe/Paris');
  expect((await line.run(`${labels} --history`)).out).toMatch(/> .*Europe\/Paris/);
  await line.run(`${labels} --back`);
  expect((await line.run(`${labels} --back --json`)).json()).toMatchObject({
    entries: [{ attribute: 'region', code: 'seoul', label: '서울' }],
  });
  expect((await line.run(`${labels} --back --print`)).status).toBe(2);
});

it('a label that a spreadsheet would run is printed as text, and comes back unchanged', async () => {
  const labels = `labels --data ${data}`;
  const label = '=HYPERLINK("http://127.0.0.1/")';
  const rows = ['attribute,code,label', `region,seoul,"${label.replaceAll('"', '""')}"`];
  await fs.writeFile(path.join(line.folder, 'hostile.csv'), rows.join('\n'));
  await line.run(`${labels} --file hostile.csv`);
  const { out: table } = await line.run(`${labels} --print`);
  expect(table).toContain(`region,seoul,"'=HYPERLINK(""http://127.0.0.1/"")"`);
  await fs.writeFile(path.join(line.folder, 'printed.csv'), table);
  await line.run(`${labels} --back`);
  const again = (await line.run(`${labels} --file printed.csv --json`)).json() as { entries: unknown };
  expect(again.entries).toContainEqual({ attribute: 'region', code: 'seoul', label });
  await line.run(`${labels} --back`);
});

it('a folder of pictures is set, read, kept out of the content, and removed', async () => {
  const labels = `labels --data ${data}`;
  expect((await line.run(`${labels} --posters gone`)).status).not.toBe(0);
  await fs.mkdir(path.join(line.folder, 'covers'));
  await fs.writeFile(path.join(line.folder, 'covers', '1.png'), 'no picture');
  const named = await line.run(`${labels} --posters covers`);
  expect(named.status).toBe(0);
  expect(named.err).toMatch(/of \d+ titles have a picture/);
  expect(named.out).toContain(path.join(line.folder, 'covers'));
  expect((await line.run(`${labels} --drawn`)).out).not.toContain('covers');
});
