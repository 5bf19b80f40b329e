/** Work on a cluster from the command line. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../../../../tests/support/small-folder';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let small: SmallFolder;

beforeAll(async () => {
  line = await commandLineHere();
  small = await makeSmallFolder({ profiles: 4, items: 6, eventsPerProfile: 2 });
  await fs.writeFile(path.join(small.folder, 'knobs.json'), '{"optimiser.rate": [0.001, 0.01]}');
});
afterAll(async () => {
  await small.remove();
  await line.remove();
});

/** Hides clusters of the account that runs the tests. */
const environment = () => ({ XDG_DATA_HOME: line.folder, LOCALAPPDATA: line.folder });

it.each(['train', 'leaderboard', 'sweep'])(
  '%s reports an unknown cluster before it reads a folder',
  async (command) => {
    const knobs = command === 'sweep' ? ` --knobs ${path.join(small.folder, 'knobs.json')}` : '';
    const ended = await line.run(`${command} --data ${small.folder}${knobs} --on nowhere --yes --json`, environment());
    expect(ended).toMatchObject({ status: 4 });
    expect(ended.json()).toMatchObject({ error: { code: 'not-found', message: expect.stringContaining('cluster') } });
    expect((await line.run('datasets --json', environment())).json()).toMatchObject({ datasets: [] });
  },
);
