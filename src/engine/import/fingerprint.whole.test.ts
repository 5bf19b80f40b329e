/** The fingerprint depends on the accepted content: the form of the source does not change it, every difference in content does. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RandomStream } from '../model/random';
import {
  type Content,
  HISTORY_HEADER,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
} from '../../../tests/support/importing';
import { everyNth, triedRuns } from '../../../tests/support/tried';

type Tables = Record<string, readonly string[]>;

/** Every file of the contest, with several rows per album, ties in time, duplicates and repairs. */
function tables(): Tables {
  const random = new RandomStream(3, 'fingerprint');
  const rows = (count: number, make: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const event = (): string => {
    const time = `202603${10 + random.below(3)}1200${10 + random.below(60)}`;
    return `${1 + random.below(6)},1,${time},IFSUC0001,${101 + random.below(9)}`;
  };
  const flag = (): string => 'YN'[random.below(2)]!;
  return {
    'history_data.csv': [HISTORY_HEADER, ...rows(120, () => `${event()},${random.below(3) || ''},${flag()},${flag()}`)],
    'profile_data.csv': [
      PROFILE_HEADER,
      ...rows(5, (index) => `${index + 1},M,${1 + index},P01,P0${1 + index},,K02,,`),
    ],
    'meta_data.csv': [
      META_HEADER,
      ...rows(12, (index) => metaRow(String(101 + (index % 8)), `뽀로로 ${index}`, 'Kids', `소장르${index}`)),
    ],
    'meta_data_plus.csv': [
      'album_id,keyword_type,keyword_name,keyword_value',
      ...rows(9, (index) => `${101 + index},KWD,우정${index % 3},${index}`),
    ],
    'watch_e_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play',
      ...rows(30, () => `${event()},${random.below(700)},600,${flag()}`),
    ],
    'buy_data.csv': ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment', ...rows(5, () => `${event()},1500`)],
    'search_data.csv': ['profile_id,ss_id,log_time,act_target_dtl,album_id', ...rows(5, event)],
    'sample_submission.csv': ['profile_id,predicted_list', '5,"[101, 102]"', '1,[]', '9,[]', '3,[]'],
  };
}

let place: Place;
let base: string;
let folders = 0;

async function fingerprintOf(files: Record<string, Content | undefined>): Promise<string> {
  // A new folder, so that it is not recognised as already imported.
  const answer = await place.import(await place.write(`folder-${++folders}`, files));
  return answer.fingerprint;
}

const change = (file: string, edit: (lines: string[]) => string[]): Tables => {
  const all = tables();
  return { ...all, [file]: edit([...all[file]!]) };
};

const each = (edit: (lines: readonly string[], file: string) => Content): Record<string, Content> =>
  Object.fromEntries(Object.entries(tables()).map(([file, lines]) => [file, edit(lines, file)]));

beforeAll(async () => {
  place = await makePlace();
  base = await fingerprintOf(tables());
});
afterAll(() => place.remove());

const lf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

test.each<[string, () => Record<string, Content>]>(
  everyNth(
    [
      ['CRLF', () => each((lines) => lines.map((line) => `${line}\r\n`).join(''))],
      [
        'mixed line ends',
        () => each((lines) => lines.map((line, index) => line + (index % 2 ? '\r\n' : '\n')).join('')),
      ],
      ['no last line end', () => each((lines) => lines.join('\n'))],
      ['blank lines', () => each((lines) => lines.join('\n\n'))],
      ['CP949', () => each((lines) => iconv.encode(lf(lines), 'cp949'))],
      ['UTF-16', () => each((lines) => Buffer.from(`\uFEFF${lf(lines)}`, 'utf16le'))],
      ['a byte order mark', () => each((lines) => `\uFEFF${lf(lines)}`)],
      ['a header in upper case', () => each(([header, ...rows]) => lf([header!.toUpperCase(), ...rows]))],
      ['a header with blanks', () => each(([header, ...rows]) => lf([header!.replaceAll(',', ' , '), ...rows]))],
      [
        'tabs',
        () =>
          each((lines, file) =>
            lf(file === 'sample_submission.csv' ? lines : lines.map((line) => line.replaceAll(',', '\t'))),
          ),
      ],
      ['quotes', () => each((lines) => lf(lines.map((line) => line.replace(/(^|,)(?!")([^,"[]+)(?=,|$)/g, '$1"$2"'))))],
      [
        'other case of file names',
        () => Object.fromEntries(Object.entries(tables()).map(([file, lines]) => [file.toUpperCase(), lines])),
      ],
      ['a file of no role', () => ({ ...tables(), 'readme.txt': 'hello' })],
      [
        'rejected rows',
        () => change('history_data.csv', (lines) => [...lines, '1,2', ',1,20260301120000,X,101,0,N,N', lines[1]!]),
      ],
      ['ids as 12.0', () => change('buy_data.csv', (lines) => lines.map((line) => line.replace(/^\d+/, '$&.0')))],
    ],
    6,
  ),
)('%s: the same fingerprint', async (_, files) => {
  expect(await fingerprintOf(files())).toBe(base);
});

test('any order of the rows: the same fingerprint', async () => {
  const order = fc.integer({ min: 0, max: 0xffffffff });
  await fc.assert(
    fc.asyncProperty(order, async (seed) => {
      const random = new RandomStream(seed, 'rows');
      const shuffled = each(([header, ...rows], file) =>
        file === 'sample_submission.csv' ? lf([header!, ...rows]) : lf([header!, ...random.shuffle([...rows])]),
      );
      expect(await fingerprintOf(shuffled)).toBe(base);
    }),
    { numRuns: triedRuns(8) },
  );
});

test.each<[string, () => Record<string, Content>]>(
  everyNth(
    [
      ['an event less', () => change('history_data.csv', (lines) => lines.slice(0, -1))],
      [
        'an event at another second',
        () =>
          change('history_data.csv', (lines) =>
            lines.map((line, index) => (index === 3 ? line.replace(/,202603(\d+),/, ',202604$1,') : line)),
          ),
      ],
      [
        'another share watched',
        () =>
          change('watch_e_data.csv', (lines) =>
            lines.map((line, index) => (index === 1 ? line.replace(/,600,/, ',9999,') : line)),
          ),
      ],
      [
        'another profile',
        () => change('profile_data.csv', (lines) => lines.map((line) => line.replace('1,M,1', '1,F,1'))),
      ],
      [
        'another title',
        () => change('meta_data.csv', (lines) => lines.map((line) => line.replace('뽀로로 7', '타요'))),
      ],
      ['another keyword', () => change('meta_data_plus.csv', (lines) => lines.slice(0, -1))],
      ['a purchase less', () => change('buy_data.csv', (lines) => lines.slice(0, -1))],
      [
        'another order of the submission, which is content',
        () => change('sample_submission.csv', (lines) => [lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)]),
      ],
    ],
    2,
  ),
)('%s: another fingerprint', async (_, files) => {
  expect(await fingerprintOf(files())).not.toBe(base);
});
