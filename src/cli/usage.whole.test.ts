/** What needs no engine: help, the recipe's tables, and wrong usage. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KNOB_NAMES } from '../shared/recipe/table';
import { type Options, shelfwise } from '../../tests/support/command-line';
import { commandLineHere } from '../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
beforeAll(async () => {
  line = await commandLineHere();
});
afterAll(() => line.remove());

describe('help', () => {
  it('is on standard output with status 0, for the program and a command', async () => {
    for (const words of ['--help', 'help', 'train --help', 'help train']) {
      const { status, out, err } = await line.run(words);
      expect([status, err]).toEqual([0, '']);
      expect(out).toContain('Usage: shelfwise');
    }
  });

  it('is one object with --json', async () => {
    expect(
      (await line.run('--help --json')).json().commands.map((command: { name: string }) => command.name),
    ).toContain('leaderboard');
    expect((await line.run('recommend --help --json')).json().inputs[0]).toMatchObject({
      name: '--run RUN',
      required: true,
    });
    expect((await line.run('--version --json')).json()).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });
});

describe('the recipe table', () => {
  it('is explained knob by knob', async () => {
    const { json, status } = await line.run('knobs --json');
    expect(status).toBe(0);
    expect(json().knobs.map((knob: { name: string }) => knob.name)).toEqual(KNOB_NAMES);
    expect((await line.run('knobs noise.dropout')).out).toContain('noise.dropout = 0.5');
    expect((await line.run('knobs nose')).err).toContain('Did you mean noise?');
  });

  it('is printed as a recipe file that a recipe file can be made from', async () => {
    const { out } = await line.run('recipe quick --set noise.dropout=0.25');
    await writeFile(path.join(line.folder, 'mine.json'), out);
    expect((await line.run('recipe mine.json')).out).toBe(out);
    expect((await line.run('recipe mine.json --json')).json()).toMatchObject({
      'noise.dropout': 0.25,
      'structure.width': 128,
    });
  });

  it('is printed as a JSON Schema', async () => {
    const schema = (await line.run('recipe --schema')).json();
    expect(schema.properties['noise.dropout']).toMatchObject({ type: 'number', minimum: 0, maximum: 0.99 });
  });
});

describe('wrong usage', () => {
  const cases: [string, number, string, string][] = [
    ['trian --data x', 2, 'usage', 'Did you mean train?'],
    ['--json', 2, 'usage', 'No command was given'],
    ['train', 2, 'usage', 'train needs --data FOLDER or FINGERPRINT'],
    ['train --data', 2, 'usage', '--data needs a value'],
    ['train --data x --seedling 3', 2, 'usage', 'Did you mean --seed?'],
    ['train --data x --seed 4294967296', 2, 'usage', '--seed takes a whole number from 0 to 4294967295'],
    ['train --data x --seed one', 2, 'usage', '--seed takes a whole number from 0 to 4294967295'],
    ['train --data x --set noise.dropuot=0.3', 2, 'usage', 'Did you mean noise.dropout?'],
    ['train --data x --set noise.dropout=1.5', 2, 'usage', 'a number from 0 to 0.99, not "1.5"'],
    ['train --data x --set loss.kind=multinominal', 2, 'usage', 'Did you mean multinomial?'],
    ['train --data x --set noise.dropout', 2, 'usage', 'is not knob=value'],
    ['train --data x --recipe quik', 2, 'usage', 'Did you mean quick?'],
    ['train --data x --recipe gone.json', 4, 'not-found', 'gone.json is not there'],
    ['leaderboard --data x --models eas', 2, 'usage', 'Did you mean ease?'],
    ['leaderboard --data x --split tiem', 2, 'usage', 'Did you mean time?'],
    ['leaderboard --data x --seeds 0', 2, 'usage', '--seeds takes a whole number from 1 to 100'],
    ['recommend --run x --profile 1 --count 1001', 2, 'usage', '--count takes a whole number from 1 to 1000'],
    ['export --run x', 2, 'usage', 'export needs --out FILE'],
    ['export --run x --out y --format xlsx', 2, 'usage', 'Allowed: submission, csv, parquet'],
    ['show', 2, 'usage', 'show needs RUN'],
    ['show one two', 2, 'usage', 'too many words'],
    ['import --map gone.json folder', 4, 'not-found', 'gone.json is not there'],
    ['cluster add https://127.0.0.1:1 --token-file .', 2, 'usage', 'it is a folder, a pipe or a device'],
    ['cluster add https://127.0.0.1:1 --certificate gone.pem', 4, 'not-found', 'gone.pem is not there'],
    ['train --data no-such-folder', 4, 'not-found', 'There is no folder'],
  ];
  it.each(cases)('shelfwise %s ends with status %i and says what to do', async (words, status, code, sentence) => {
    const plain = await line.run(words.replace('--json', '').trim() || '--quiet');
    expect([plain.status, plain.out]).toEqual([status, '']);
    expect(plain.err).toContain(sentence);
    expect(plain.err).not.toMatch(/^\s+at /m);
    const withJson = await line.run(`${words} --json`);
    expect(withJson.status).toBe(status);
    expect(withJson.json()).toEqual({ error: { code, message: expect.stringContaining(sentence) } });
    expect(withJson.err).toContain(sentence);
  });

  it('in a mapping file names the place', async () => {
    await writeFile(path.join(line.folder, 'map.json'), '{"events": {"file": "events.csv", "profile": "user"}}');
    const { status, err } = await line.run('import folder --map map.json');
    expect(status).toBe(2);
    expect(err).toContain('events.item');
  });

  it('is told in Korean on a Korean system, and to programs in English', async () => {
    const environment = { LC_ALL: 'ko_KR.UTF-8' };
    const korean = await shelfwise(['trian'], { environment });
    expect([korean.status, korean.err]).toEqual([
      2,
      expect.stringContaining('trian 명령은 없습니다. 혹시 train인가요?'),
    ]);
    const { error } = (await shelfwise(['trian', '--json'], { environment })).json();
    expect(error.message).toContain('There is no command trian. Did you mean train?');
  });

  it('shows where it was thrown only with SHELFWISE_DEBUG=1', async () => {
    const { err } = await line.run('knobs nose', { SHELFWISE_DEBUG: '1' });
    expect(err).toMatch(/^\s+at /m);
  });
});

describe('output of the process', () => {
  const run = (words: string, options: Options = {}) => shelfwise(words.split(' '), options);

  it('has no colours without a terminal, and none with NO_COLOR', async () => {
    expect((await run('knobs')).out).not.toContain('\u001B');
    expect((await run('knobs', { environment: { FORCE_COLOR: '1' } })).out).toContain('\u001B');
    expect((await run('knobs', { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain('\u001B');
  });

  it('may lose its reader early', async () => {
    const { status, err } = await run('recipe --schema', { readOnly: 10 });
    expect([status, err]).toEqual([0, '']);
  });

  it('fits the width of COLUMNS', async () => {
    const { out } = await run('knobs', { environment: { COLUMNS: '50' } });
    const longest = Math.max(...out.split('\n').map((text) => text.length));
    expect(longest).toBeLessThanOrEqual(50);
  });
});

it('npm run passes on the folder in which the user typed', async () => {
  await writeFile(path.join(line.folder, 'typed-here.json'), '{"noise.dropout": 0.125}');
  const { json } = await shelfwise(['recipe', 'typed-here.json', '--json'], {
    folder: '/',
    environment: { npm_lifecycle_event: 'shelfwise', INIT_CWD: line.folder },
  });
  expect(json()).toMatchObject({ 'noise.dropout': 0.125 });
});
