/** A folder whose names, headers, IDs and titles contain what a terminal obeys: none of it reaches a terminal. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from '../support/command-line';
import { commandLineHere } from '../support/command-line-here';

const HEADER = 'mood\u001B]0;owned\u0007';
const CLEARS = '\u001B[2J';
const TURNED = '\u202Egpj.exe';
const C1 = '\u009B31m';

/** Newlines and tabs are allowed in a text; other control characters are not. */
const OBEYED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\r(?!\n)/;

let line: Awaited<ReturnType<typeof commandLineHere>>;
let data: string;
let mapping: string;
let imported: Ended;
let run: string;

const shelfwise = (...words: string[]): Promise<Ended> => line.run(words);
const both = ({ out, err }: Ended): string => `${out}${err}`;

beforeAll(async () => {
  line = await commandLineHere();
  data = path.join(line.folder, `data${CLEARS}`);
  await fs.mkdir(data);
  const events = Array.from({ length: 60 }, (_, row) => {
    const profile = row % 6;
    return `p${profile}${profile === 0 ? C1 : ''},t${(row * 7) % 11}${row % 11 === 0 ? TURNED : ''},${1_700_000_000 + row}`;
  });
  await fs.writeFile(
    path.join(data, 'events.csv'),
    `profile,title,time\n${events.join('\n')}\np1,,nonsense${CLEARS}\n`,
  );
  const people = Array.from({ length: 6 }, (_, row) => `p${row}${row === 0 ? C1 : ''},${CLEARS}glad`);
  await fs.writeFile(path.join(data, 'people.csv'), `profile,${HEADER}\n${people.join('\n')}\n`);
  const titles = Array.from({ length: 11 }, (_, row) => `t${row},Title ${row}${CLEARS}${TURNED}`);
  await fs.writeFile(path.join(data, 'titles.csv'), `title,name\n${titles.join('\n')}\n`);
  mapping = path.join(line.folder, 'mapping.json');
  await fs.writeFile(
    mapping,
    JSON.stringify({
      events: { file: 'events.csv', profile: 'profile', item: 'title', time: 'time' },
      profiles: { file: 'people.csv', profile: 'profile', attributes: [HEADER] },
      items: { file: 'titles.csv', item: 'title', title: 'name', attributes: [] },
    }),
  );
  imported = await shelfwise('import', data, '--map', mapping);
  const trained = await shelfwise('train', '--data', data, '--recipe', 'popularity', '--json');
  run = (trained.json() as { runId: string }).runId;
}, 120_000);
afterAll(() => line.remove());

describe('names with escape sequences', () => {
  it('are shown, not obeyed, wherever they are printed', async () => {
    expect(imported.status, imported.err).toBe(0);
    expect(both(imported)).toContain('data␛[2J');
    const said = [
      imported,
      await shelfwise('datasets'),
      await shelfwise('profiles', '--data', data),
      await shelfwise('profiles', '--data', data, '--where', `${HEADER}=${CLEARS}glad`),
      await shelfwise('profiles', '--data', data, '--where', `nothing${CLEARS}=1`),
      await shelfwise('recommend', '--run', run, '--profile', `p0${C1}`),
      await shelfwise('recommend', '--run', run, '--profile', `unknown${CLEARS}`),
      await shelfwise('title', '--run', run, '--title', 't1'),
      await shelfwise('import', path.join(line.folder, `nowhere${CLEARS}\rVerdict: identical bits`)),
      await shelfwise(`nonsense${CLEARS}`),
    ];
    for (const ended of said) expect(both(ended)).not.toMatch(OBEYED);
    const text = said.map(both).join('');
    for (const part of [
      'mood␛]0;owned␇',
      '␛[2Jglad',
      '<U+202E>gpj.exe',
      'p0<U+009B>31m',
      'nowhere␛[2J Verdict',
      'nonsense␛[2J',
    ])
      expect(text).toContain(part);
  });

  it('are exact in JSON, without a character that a terminal obeys', async () => {
    const answers = [
      await shelfwise('profiles', '--data', data, '--json'),
      await shelfwise('recommend', '--run', run, '--profile', `p0${C1}`, '--json'),
      await shelfwise('import', path.join(line.folder, `nowhere${CLEARS}`), '--json'),
    ];
    for (const { out } of answers) expect(out).not.toMatch(OBEYED);
    const exact = JSON.stringify(answers.map((answer) => answer.json() as unknown));
    for (const part of [HEADER, `p0${C1}`, TURNED, `nowhere${CLEARS}`])
      expect(exact).toContain(JSON.stringify(part).slice(1, -1));
  });

  it('leave tables aligned', async () => {
    const { out } = await shelfwise('profiles', '--data', data);
    const [header, ...rows] = out.split('\n').filter((text) => /mood|glad/.test(text));
    const at = header!.indexOf('mood');
    expect(rows.length).toBe(6);
    for (const row of rows) expect(row.indexOf('␛[2Jglad')).toBe(at);
  });
});

it('the command line prints only through its outputs', async () => {
  const folder = path.join(import.meta.dirname, '../../src');
  const files = (await fs.readdir(folder, { recursive: true })).filter((file) =>
    /^(?:cli|features.[\w-]+.commands).*(?<!\.test)\.ts$/.test(file),
  );
  const direct: string[] = [];
  for (const file of files)
    for (const text of (await fs.readFile(path.join(folder, file), 'utf8')).split('\n'))
      if (/process\.std(?:out|err)\.write|console\.\w+\(/.test(text)) direct.push(`${file}: ${text.trim()}`);
  expect(direct).toEqual([]);
});
