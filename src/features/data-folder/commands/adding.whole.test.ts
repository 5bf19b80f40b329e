/** `import --add` on the command line: which data set it adds to, what it prints, and what it refuses. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../../../../tests/support/small-folder';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let small: SmallFolder;
let next: string;
beforeAll(async () => {
  line = await commandLineHere();
  small = await makeSmallFolder({ profiles: 12, items: 30, eventsPerProfile: 6 });
  next = path.join(line.folder, '2026-04');
  const [header, ...rows] = (await fs.readFile(path.join(small.folder, 'history_data.csv'), 'utf8'))
    .trimEnd()
    .split('\n');
  const later = rows.slice(0, 5).map((row) => row.replace(/,2026\d{4}/, ',20260420'));
  await fs.mkdir(next);
  await fs.writeFile(path.join(next, 'history_data.csv'), [header, ...rows.slice(-3), ...later, ''].join('\n'));
});
afterAll(async () => {
  await small.remove();
  await line.remove();
});

it('adds to the latest data set or the one that is named, and says what changed', async () => {
  const none = await line.run(`import --add ${next} --json`);
  expect(none.json().error).toMatchObject({ code: 'not-found', message: expect.stringContaining('no data set yet') });
  const base = (await line.run(`import ${small.folder} --json`)).json();
  const added = await line.run(`import --add ${next} --json`);
  expect(added.status, added.err).toBe(0);
  expect(added.err).toContain(`Adding to ${base.name}`);
  const answer = added.json();
  expect(answer).toMatchObject({
    imported: true,
    interactions: base.interactions + 5,
    change: { base: base.fingerprint, exact: true, events: [{ role: 'history', added: 5, duplicates: 3 }] },
  });
  const again = await line.run(`import --add ${next} --to ${base.fingerprint.slice(0, 8)} --json`);
  expect(again.json()).toMatchObject({ fingerprint: answer.fingerprint, imported: false });
  const text = await line.run(`import --add ${next}`);
  expect(text.out).toContain('Nothing in');
  expect(text.out).toMatch(/history\s+77\s+0\s+8\s+0/);
});

it('adds to the data set imported here, not to one from a bundle, whatever its date', { tags: ['rare'] }, async () => {
  const theirs = await makeSmallFolder({ profiles: 5, items: 30, eventsPerProfile: 6 });
  const other = await commandLineHere();
  const { fingerprint } = (await other.run(`import ${theirs.folder} --json`)).json();
  await theirs.remove();
  // As opening a bundle leaves it: without the paths of the other computer, with its date.
  const brought = path.join(other.folder, 'workspace', 'datasets', fingerprint);
  const file = path.join(brought, 'dataset.json');
  const { adding: _, ...dataset } = JSON.parse(await fs.readFile(file, 'utf8')) as Record<string, unknown>;
  await fs.writeFile(file, JSON.stringify({ ...dataset, folder: '', importedAt: '9999-12-31T00:00:00.000Z' }));
  await line.run(`import ${small.folder}`);
  await fs.cp(brought, path.join(line.folder, 'workspace', 'datasets', fingerprint), { recursive: true });

  const listed = (await line.run('datasets --json')).json().datasets as { fingerprint: string }[];
  expect(listed[0]!.fingerprint).toBe(fingerprint);
  const { change } = (await line.run(`import --add ${next} --json`)).json();
  expect(change.base).not.toBe(fingerprint);
  expect(listed.map((one) => one.fingerprint)).toContain(change.base);
  // It is the target if it is the only data set.
  expect((await other.run(`import --add ${next} --json`)).json().change.base).toBe(fingerprint);
  await other.remove();
});

it('refuses --to without --add, and --propose with it', async () => {
  for (const words of [`import ${next} --to abcd`, `import ${next} --add --propose`]) {
    const ended = await line.run(words);
    expect(ended.status).toBe(2);
    expect(ended.err).toContain('--add');
  }
});
