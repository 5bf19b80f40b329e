/** Steps notes, tunings and segments back and forward on the command line, in a workspace written by version 1.0.0. */
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyReleased, RELEASED } from '../../../../tests/support/released-workspace';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
const data = RELEASED.data.slice(0, 8);

beforeAll(async () => {
  line = await commandLineHere();
  await copyReleased(path.join(line.folder, 'workspace'));
});
afterAll(() => line.remove());

it('a note is removed and restored, and shows its versions', async () => {
  const note = `note --data ${data} --profile 3`;
  const written = 'Likes trains. 공룡도 좋아함\n';
  expect((await line.run(note)).out).toBe(written);
  expect((await line.run(`${note} --text -`)).out).toContain('no note');
  expect((await line.run(`${note} --back`)).out).toBe(written);
  const { out } = await line.run(`${note} --history`);
  expect(out.split('\n').map((row) => row.trim())).toMatchObject([
    expect.stringContaining('changed (UTC)'),
    expect.stringMatching(/^20.*–$/),
    expect.stringMatching(/^>.*Likes trains/),
    '',
  ]);
  expect((await line.run(`${note} --back`)).status).toBe(2);
  expect((await line.run(`${note} --forward`)).out).toContain('no note');
  expect((await line.run(`${note} --back --forward`)).status).toBe(2);
});

it('a removed or renamed tuning and segment come back', async () => {
  const tunings = `tunings --data ${data}`;
  await line.run(`${tunings} --remove louder`);
  expect((await line.run(`${tunings} --json`)).json()).toEqual({ tunings: [] });
  expect((await line.run(`${tunings} --back LOUDER`)).out).toContain('louder');
  await line.run(`${tunings} --rename louder --name bold`);
  expect((await line.run(`${tunings} --back bold --json`)).json()).toMatchObject({ name: 'louder' });
  expect((await line.run(`${tunings} --forward louder --json`)).json()).toMatchObject({ name: 'bold' });
  expect((await line.run(`${tunings} --history bold`)).out).toMatch(/> .*bold[^]*louder/);
  expect((await line.run(`${tunings} --back nothing`)).err).toContain('bold');

  const profiles = `profiles --data ${data}`;
  await line.run(`${profiles} --remove girls`);
  expect((await line.run(`${profiles} --back girls`)).out).toContain('girls');
  expect((await line.run(`${profiles} --segments`)).out).toBe('girls\n');
  expect((await line.run(`${profiles} --history girls`)).out).toContain('sex=F');
});

it('an attribute of any name can be filtered by', async () => {
  for (const where of ['constructor=x', '__proto__=x']) {
    const ended = await line.run(`profiles --data ${data} --where ${where}`);
    expect([ended.status, ended.err]).toEqual([2, expect.stringMatching(/column|attribute/)]);
  }
});
