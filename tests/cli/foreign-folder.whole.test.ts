/** A folder that is not a workspace: no command creates, changes or removes anything in it. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLineHere } from '../support/command-line-here';

const THEIRS = ['datasets/imagenet/train.bin', 'runs/exp1/weights.bin', 'trash/keepme/letter.txt'];

let line: Awaited<ReturnType<typeof commandLineHere>>;
let project: string;
beforeAll(async () => {
  line = await commandLineHere();
  project = path.join(line.folder, 'proj');
  const then = new Date(Date.now() - 24 * 60 * 60 * 1000);
  for (const name of THEIRS) {
    const file = path.join(project, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, 'theirs');
    for (const target of [file, path.dirname(file)]) await fs.utimes(target, then, then);
  }
});
afterAll(() => line.remove());

async function expectUntouched(): Promise<void> {
  const entries = await fs.readdir(project, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  expect(files.map((file) => path.relative(project, file)).sort()).toEqual(THEIRS);
  expect((await fs.readdir(project)).sort()).toEqual(['datasets', 'runs', 'trash']);
}

it.each(['gc', 'runs', 'delete exp1', 'web --no-open --port 0'])('%s refuses and says what to do', async (words) => {
  const ended = await line.run(`${words} --json --workspace ${project}`);
  expect(ended.json().error).toMatchObject({ code: 'usage', message: expect.stringContaining('--workspace') });
  expect(ended.json().error.message).toContain('datasets/imagenet');
  expect(ended.status).toBe(2);
  await expectUntouched();
});

it(
  'doctor still checks the computer, says that the folder is no workspace, and creates nothing',
  { tags: ['rare'] },
  async () => {
    const ended = await line.run(`doctor --json --workspace ${project}`);
    const problems = ended.json().findings.filter(({ severity }: { severity: string }) => severity === 'problem');
    expect(problems).toMatchObject([{ message: expect.stringContaining('datasets/imagenet') }]);
    expect(ended.json().workspace).toMatchObject({ datasets: 0, runs: 0, bytes: 0 });
    expect(ended.status).toBe(0);
    await expectUntouched();
    const missing = path.join(line.folder, 'missing');
    expect((await line.run(`doctor --json --workspace ${missing}`)).json().workspace).toMatchObject({ runs: 0 });
    await expect(fs.stat(missing)).rejects.toMatchObject({ code: 'ENOENT' });
  },
);

it('commands without a workspace do not look at the folder', async () => {
  expect((await line.run(`knobs noise --workspace ${project}`)).status).toBe(0);
  expect((await line.run(`--help --workspace ${project}`)).status).toBe(0);
  await expectUntouched();
});
