/** One example of each kind of dirt in real folders: what happens to the row, and what is reported. */
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadItems, loadProfiles } from '../data/snapshot';
import { loadInteractions } from '../data/selected-events';
import type { ImportAnswer } from '../../shared/contract/dataset';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import {
  type Content,
  contestFolder,
  findingOf,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
  reasonsOf,
  reportOf,
} from '../../../tests/support/importing';
import { everyNth } from '../../../tests/support/tried';

let place: Place;
let folders = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

async function importFiles(files: Record<string, Content | undefined>): Promise<ImportAnswer> {
  return place.import(await place.write(`folder-${++folders}`, files));
}

/** Imports this history file, with the other required files. */
async function importHistory(content: Content): Promise<ImportAnswer> {
  return importFiles({ ...contestFolder([]), 'history_data.csv': content });
}

const withRows = (...rows: string[]): string[] => [HISTORY_HEADER, ...rows];
const good = historyRow({});
const other = historyRow({ profile: '2', item: '102', time: '20260302120000' });

test('one row with a wrong clock is reported, as it makes all others old to models that weigh recent viewings more', async () => {
  const rows = Array.from({ length: 120 }, (_, at) =>
    historyRow({ item: `${101 + (at % 40)}`, time: `202603${10 + (at % 20)}1200${10 + Math.floor(at / 20)}` }),
  );
  expect(findingOf(await importHistory(withRows(...rows)), 'times-far-apart')).toBeUndefined();
  const answer = await importHistory(withRows(...rows, historyRow({ profile: '2', time: '20991231235959' })));
  const found = findingOf(answer, 'times-far-apart');
  expect(found).toMatchObject({ severity: 'warning', rows: 1 });
  expect(found!.message).toContain('1 event is dated 2099-12-31 or later');
  expect(found!.message).toContain('is of 2026-03-29');
});

describe('rows of events', () => {
  test.each(
    everyNth(
      [
        ['too few fields', '1,1,20260301120000', 'too-few-fields', null],
        ['too many fields', `${good},more`, 'too-many-fields', null],
        ['no profile', historyRow({ profile: '' }), 'missing-id', 'profile_id'],
        ['no album', historyRow({ item: '' }), 'missing-id', 'album_id'],
        ['a profile that is nan', historyRow({ profile: 'NaN' }), 'missing-id', 'profile_id'],
        ['no time', historyRow({ time: '' }), 'missing-time', 'log_time'],
        ['31 February', historyRow({ time: '20260231120000' }), 'impossible-time', 'log_time'],
        ['the time of a spreadsheet', historyRow({ time: '2.0260301E+13' }), 'impossible-time', 'log_time'],
        ['only commas', ',,,,,,,', 'missing-id', 'profile_id'],
        ['a quote that is never closed', '1,1,"20260301120000,IFSUC0001,101,0,N,N', 'unterminated-quote', null],
        ['text behind a closing quote', '1,1,20260301120000,"IFSUC"0001,101,0,N,N', 'malformed-quote', null],
        ['a zero byte', historyRow({ payment: '0\0' }), 'zero-byte', null],
      ],
      2,
    ),
  )('%s: rejected, with file, line, column, reason and raw text', async (_, row, reason, column) => {
    const answer = await importHistory(withRows(good, row, other));
    expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 3, accepted: 2, repaired: 0, rejected: 1 });
    expect(await place.issues(answer)).toEqual([
      { file: 'history_data.csv', line: 3, column, outcome: 'rejected', reason, raw: row },
    ]);
  });

  test.each(
    everyNth(
      [
        ['seconds of 75', historyRow({ time: '20260301115975', item: '103' }), 'seconds-carried', 'log_time'],
        ['a profile as 1.0', historyRow({ profile: '1.0', item: '103' }), 'id-decimal', 'profile_id'],
        ['an album as 103.0', historyRow({ item: '103.0' }), 'id-decimal', 'album_id'],
        ['a time with .0', historyRow({ time: '20260301120000.0', item: '103' }), 'time-decimal', 'log_time'],
      ],
      2,
    ),
  )('%s: repaired, with the raw text kept', async (_, row, reason, column) => {
    const answer = await importHistory(withRows(good, row));
    expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 2, accepted: 1, repaired: 1, rejected: 0 });
    expect(await place.issues(answer)).toEqual([
      { file: 'history_data.csv', line: 3, column, outcome: 'repaired', reason, raw: row },
    ]);
    expect([answer.profiles, answer.items]).toEqual([2, 2]);
  });

  test('seconds of 60 and more move into the next minute', async () => {
    const answer = await importHistory(withRows(historyRow({ time: '20251231235975' })));
    expect(answer.period).toEqual({ from: '2026-01-01T00:00:15.000Z', to: '2026-01-01T00:00:15.000Z' });
  });

  test('exact duplicates after the first are rejected; a row that differs in any column is another event', async () => {
    const answer = await importHistory(
      withRows(good, other, good, historyRow({ payment: '5' }), good, historyRow({ trailer: 'Y' })),
    );
    expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 6, accepted: 4, rejected: 2 });
    expect((await place.issues(answer)).map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'duplicate'],
      [6, 'duplicate'],
    ]);
  });

  test('rows that become equal by repair are duplicates', async () => {
    const answer = await importHistory(
      withRows(
        good,
        historyRow({ profile: '1.0' }),
        historyRow({ time: '20260301115960' }),
        historyRow({ item: '"101"' }),
        historyRow({ item: ' 101 ' }),
      ),
    );
    expect(reasonsOf(reportOf(answer, 'history_data.csv'))).toEqual({ duplicate: 4 });
  });

  test('empty optional fields and odd flags are accepted and reported', async () => {
    const answer = await importHistory(
      withRows(historyRow({ payment: '' }), historyRow({ trailer: '?', item: '102' })),
    );
    expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 2, accepted: 2 });
    expect(findingOf(answer, 'empty-payment')?.rows).toBe(1);
    expect(findingOf(answer, 'flag-out-of-range')?.rows).toBe(1);
  });

  test('profiles and albums that one file has and another lacks are accepted and reported', async () => {
    const answer = await importFiles({
      ...contestFolder([historyRow({ profile: '7' }), historyRow({ item: '555', profile: '7' }), good]),
      'meta_data.csv': [META_HEADER, metaRow('101', 'One'), metaRow('999', 'Never watched')],
    });
    expect(findingOf(answer, 'unknown-profile')).toMatchObject({ rows: 2, examples: ['7'] });
    expect(findingOf(answer, 'unknown-item')).toMatchObject({ rows: 1, examples: ['555'] });
    expect(findingOf(answer, 'profile-without-events')?.rows).toBe(1);
    expect(findingOf(answer, 'item-without-events')?.rows).toBe(1);
    const snapshot = await place.open(answer);
    const profiles = await loadProfiles(snapshot);
    expect(profiles.ids).toEqual(['1', '2', '7']);
    const [sex] = profiles.attributes;
    expect(sex?.kind === 'categorical' && [...sex.codes]).toEqual([1, 0, -1]);
    expect((await loadItems(snapshot)).titles).toEqual(['One', null, 'Never watched']);
  });
});

describe('the form of a file', () => {
  const rows = [good, other, historyRow({ profile: '2', item: '103' })];

  test.each<[string, Content, string, string]>(
    everyNth(
      [
        ['CRLF', `${withRows(...rows).join('\r\n')}\r\n`, 'utf-8', 'CRLF'],
        ['CRLF and LF mixed', `${HISTORY_HEADER}\r\n${rows[0]}\n${rows[1]}\r\n${rows[2]}\n`, 'utf-8', 'mixed'],
        ['two carriage returns', `${withRows(...rows).join('\r\r\n')}\r\r\n`, 'utf-8', 'CRLF'],
        ['carriage returns alone', `${withRows(...rows).join('\r')}\r`, 'utf-8', 'CR'],
        ['no line end at the end', withRows(...rows).join('\n'), 'utf-8', 'LF'],
        ['a byte order mark', `\uFEFF${withRows(...rows).join('\n')}\n`, 'utf-8-bom', 'LF'],
        ['UTF-16', Buffer.from(`\uFEFF${withRows(...rows).join('\r\n')}\r\n`, 'utf16le'), 'utf-16le', 'CRLF'],
        ['UTF-16, big-endian', iconv.encode(`\uFEFF${withRows(...rows).join('\n')}`, 'utf-16be'), 'utf-16be', 'LF'],
        ['blank lines', `\n${withRows(...rows).join('\n\n')}\n\n  \n`, 'utf-8', 'LF'],
        [
          'a header in other case, with blanks',
          withRows(...rows)
            .join('\n')
            .replace(
              HISTORY_HEADER,
              ' PROFILE_ID ,ss_id,Log_Time, act_target_dtl,ALBUM_ID,payment,continuous_play,short_trailer ',
            ),
          'utf-8',
          'LF',
        ],
        [
          'quotes around every field',
          withRows(...rows)
            .map((row) => row.replace(/[^,]+/g, '"$&"'))
            .join('\n'),
          'utf-8',
          'LF',
        ],
        [
          'semicolons',
          withRows(...rows)
            .join('\n')
            .replaceAll(',', ';'),
          'utf-8',
          'LF',
        ],
        [
          'tabs',
          withRows(...rows)
            .join('\n')
            .replaceAll(',', '\t'),
          'utf-8',
          'LF',
        ],
        [
          'a delimiter at the end of every row',
          withRows(...rows)
            .map((row) => `${row},`)
            .join('\n'),
          'utf-8',
          'LF',
        ],
        [
          'a delimiter at the end of every row but the header',
          [HISTORY_HEADER, ...rows.map((row) => `${row},`)].join('\n'),
          'utf-8',
          'LF',
        ],
      ],
      4,
    ),
  )('%s: the same events', async (_, content, encoding, lineEnds) => {
    const answer = await importHistory(content);
    expect(reportOf(answer, 'history_data.csv')).toMatchObject({ encoding, lineEnds, rows: 3, accepted: 3 });
    const { profile, item, time } = await loadInteractions(await place.open(answer), DEFAULT_RECIPE);
    expect([...profile]).toEqual([0, 1, 1]);
    expect([...item]).toEqual([0, 2, 1]);
    expect([...time!]).toEqual([1772366400, 1772366400, 1772452800]);
  });

  test('a file that is cut off in its last row loses that row, and reports it', async () => {
    const answer = await importHistory(`${withRows(...rows).join('\n')}\n1,1,2026030`);
    expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 4, accepted: 3, rejected: 1 });
    expect(reasonsOf(reportOf(answer, 'history_data.csv'))).toEqual({ 'truncated-row': 1 });
  });

  test('blank lines are not rows, and are reported', async () => {
    const answer = await importHistory(`${withRows(...rows).join('\n\n')}\n`);
    expect(findingOf(answer, 'blank-lines')?.rows).toBe(3);
  });

  test('line numbers are those of the file, quoted line breaks and blank lines counted', async () => {
    const answer = await importFiles({
      ...contestFolder([good]),
      'meta_data.csv': `${META_HEADER}\n101,"One,\ntwo\nthree",,Kids,,,KR,,,,,,,,,\n\n102,Short\n103.0,Three,,Kids,,,KR,,,,,,,,,\n`,
    });
    expect((await place.issues(answer)).map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'too-few-fields'],
      [7, 'id-decimal'],
    ]);
    expect((await loadItems(await place.open(answer))).titles).toEqual(['One,\ntwo\nthree', 'Three']);
  });

  test('bytes outside the encoding damage only their row', async () => {
    const title = iconv.encode(`${META_HEADER}\n101,뽀로로와 친구들,,Kids,,,KR,,,,,,,,,\n102,타요`, 'cp949');
    const rest = Buffer.concat([Buffer.from([0xc7]), Buffer.from(',,Kids,,,KR,,,,,,,,,\n')]);
    const answer = await importFiles({ ...contestFolder([good]), 'meta_data.csv': Buffer.concat([title, rest]) });
    expect(reportOf(answer, 'meta_data.csv')).toMatchObject({ encoding: 'cp949', rows: 2, accepted: 1, repaired: 1 });
    expect(reasonsOf(reportOf(answer, 'meta_data.csv'))).toEqual({ 'unreadable-text': 1 });
    expect((await loadItems(await place.open(answer))).titles).toEqual(['뽀로로와 친구들', '타요\uFFFD']);
  });
});

describe('profiles and metadata', () => {
  test('CP949 is read as Korean', async () => {
    const table = [META_HEADER, metaRow('101', '뽀로로'), metaRow('102', '타요')].join('\n');
    const answer = await importFiles({ ...contestFolder([good]), 'meta_data.csv': iconv.encode(table, 'cp949') });
    expect(reportOf(answer, 'meta_data.csv').encoding).toBe('cp949');
    expect((await loadItems(await place.open(answer))).titles).toEqual(['뽀로로', '타요']);
  });

  test('of several rows of an album, the fullest gives the title, and all give their genres', async () => {
    const answer = await importFiles({
      ...contestFolder([good]),
      'meta_data.csv': [
        META_HEADER,
        '101,,,Kids,Music,,,,,,,,,,,',
        metaRow('101', 'Whole', 'Animation', 'Robots'),
        metaRow('101', 'Zebra', 'Animation', 'Cars'),
      ],
    });
    expect(reportOf(answer, 'meta_data.csv')).toMatchObject({ rows: 3, accepted: 3 });
    expect(findingOf(answer, 'several-rows')).toMatchObject({ rows: 2, examples: ['101'] });
    const items = await loadItems(await place.open(answer));
    expect(items.titles).toEqual(['Whole']);
    const genre = items.attributes.find((attribute) => attribute.name === 'genre');
    expect(genre?.kind === 'set' && genre.categories).toEqual(['Animation', 'Cars', 'Kids', 'Music', 'Robots']);
    expect(genre?.kind === 'set' && [...genre.codes]).toEqual([0, 1, 2, 3, 4]);
  });

  test('codes out of range are kept and reported; codes such as 3.0 are repaired', async () => {
    const answer = await importFiles({
      ...contestFolder([good]),
      'profile_data.csv': [PROFILE_HEADER, '1,X,3.0,P01,P99,,K01,,', '2,F,14,,,,K02,K02,'],
    });
    expect(reasonsOf(reportOf(answer, 'profile_data.csv'))).toEqual({ 'code-decimal': 1 });
    const outside = answer.findings.filter((finding) => finding.code === 'code-out-of-range');
    expect(outside.map((finding) => finding.examples)).toEqual([['X'], ['14'], ['P99']]);
    const { attributes } = await loadProfiles(await place.open(answer));
    expect(attributes.map((attribute) => attribute.kind !== 'numeric' && attribute.categories)).toEqual([
      ['F', 'X'],
      ['3', '14'],
      ['P01', 'P99'],
      ['K01', 'K02'],
    ]);
    const choices = attributes[3];
    expect(choices?.kind === 'set' && [[...choices.offsets], [...choices.codes]]).toEqual([
      [0, 1, 2],
      [0, 1],
    ]);
  });

  test('an optional file that is empty or only a header is accepted and mentioned', async () => {
    const answer = await importFiles({
      ...contestFolder([good]),
      'buy_data.csv': '',
      'search_data.csv': ['profile_id,ss_id,log_time,act_target_dtl,album_id'],
    });
    expect(reportOf(answer, 'buy_data.csv')).toMatchObject({ rows: 0, accepted: 0, bytes: 0 });
    expect(findingOf(answer, 'empty-file')?.file).toBe('buy_data.csv');
    expect(findingOf(answer, 'no-rows')?.file).toBe('search_data.csv');
  });

  test('files without a role are named and not read', async () => {
    const answer = await importFiles({ ...contestFolder([good]), 'notes.txt': 'nothing', '.DS_Store': 'x' });
    expect(answer.files.map(({ file, role }) => [file, role])).toEqual([
      ['history_data.csv', 'history'],
      ['profile_data.csv', 'profiles'],
      ['notes.txt', 'ignored'],
    ]);
  });

  test('IDs that are not all numbers are compared as text', async () => {
    const answer = await importHistory(
      withRows(...['b10', 'b9', '10', '9', '007'].map((profile) => historyRow({ profile }))),
    );
    expect((await loadProfiles(await place.open(answer))).ids).toEqual(['007', '1', '10', '2', '9', 'b10', 'b9']);
  });
});
