/**
 * A command run in the test's process answers like the built command line in its own process; tests of commands rely on
 * it.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { copyReleased, RELEASED } from '../../tests/support/released-workspace';
import { shelfwise } from '../../tests/support/command-line';
import { commandLineHere } from '../../tests/support/command-line-here';

/** Each workspace signs the head of its log with a key of its own. */
const withoutHead = (text: string): string =>
  text.replaceAll(/^ *(?:(?:— )?shelfwise\/[\da-f]{16}\/[\da-f]{16}|[\w+/]{43}=).*$/gm, '(head)');

it.each([
  ['an answer', `show ${RELEASED.quick}`, 0],
  ['an object', 'runs --json', 0],
  ['a failure', `mark ${RELEASED.quick} --star maybe --json`, 2],
  ['a file by its relative path', `export --run ${RELEASED.quick} --out lists.csv --format csv`, 0],
])('gives %s with the same texts and status', async (_what, words, status) => {
  const line = await commandLineHere();
  try {
    const workspace = path.join(line.folder, 'workspace');
    await copyReleased(workspace);
    const before = {
      folder: process.cwd(),
      environment: { ...process.env },
      listeners: process.listenerCount('SIGINT'),
    };
    const here = await line.run(words);
    const written = (await fs.readdir(line.folder)).sort();
    expect({
      folder: process.cwd(),
      environment: { ...process.env },
      listeners: process.listenerCount('SIGINT'),
    }).toEqual(before);
    await fs.rm(line.folder, { recursive: true });
    await copyReleased(workspace);
    const there = await shelfwise(words.split(' '), {
      folder: line.folder,
      environment: { SHELFWISE_WORKSPACE: workspace },
    });
    expect([here.out, here.err].map(withoutHead)).toEqual([there.out, there.err].map(withoutHead));
    expect(here.status).toBe(there.status);
    expect((await fs.readdir(line.folder)).sort()).toEqual(written);
    expect(here.status).toBe(status);
  } finally {
    await line.remove();
  }
});
