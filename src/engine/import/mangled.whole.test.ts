/** However a folder is mangled, its import ends in a report that adds up or in a clear error. */
import { readdir, rm } from 'node:fs/promises';
import * as path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadItems, loadProfiles, loadSubmissionProfiles, verifySnapshot } from '../data/snapshot';
import { loadInteractions } from '../data/selected-events';
import type { ImportAnswer } from '../../shared/contract/dataset';
import { ShelfwiseError } from '../../shared/errors';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import {
  bytesOf,
  type Content,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
  reportOf,
} from '../../../tests/support/importing';
import { triedRuns, triedSeed } from '../../../tests/support/tried';

const EVENT = 'profile_id,ss_id,log_time,act_target_dtl,album_id';
const FOLDER: Record<string, Content> = {
  'history_data.csv': [
    HISTORY_HEADER,
    ...Array.from({ length: 30 }, (_, index) =>
      historyRow({
        profile: String(1 + (index % 4)),
        item: String(101 + (index % 7)),
        time: `202603${10 + (index % 20)}1200${50 + index}`,
      }),
    ),
  ],
  'profile_data.csv': [
    PROFILE_HEADER,
    '1,M,3,P01,P02,,K01,,',
    '2,F,5,P02,P03,,K02,,',
    '3,F,13,,,,,,',
    '4.0,M,1,P08,,,K09,,',
  ],
  'meta_data.csv': [
    META_HEADER,
    metaRow('101', '"뽀로로, 또"'),
    metaRow('102', '"two\nlines"'),
    metaRow('103', 'Three'),
    metaRow('103', 'Drei'),
  ],
  'meta_data_plus.csv': ['album_id,keyword_type,keyword_name,keyword_value', '101,KWD,우정,3', '102,KWD,모험,1'],
  'watch_e_data.csv': [
    `${EVENT},watch_time,total_time,continuous_play`,
    '1,1,20260310120000,X,101,30,60,N',
    '2,1,20260310120000,X,102,,0,Y',
  ],
  'sample_submission.csv': ['profile_id,predicted_list', '3,"[101, 102]"', '1,"[103]"'],
};
const NAMES = Object.keys(FOLDER);

let place: Place;
let folders = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

type Mangling = (bytes: Buffer) => Buffer;

/** A position in a file as a share of its length, so that shrinking works. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, where: number): number => Math.floor(where * bytes.length);
const scrap = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r\n',
  '\r',
  '\0',
  ' ',
  '\t',
  '.0',
  'nan',
  '\x1f',
  '\x1b',
  '한',
  '""',
  ',,',
  '99',
  '\uFEFF',
  '-',
  'e5',
  "'",
);

const mangling: fc.Arbitrary<Mangling> = fc.oneof(
  fc.tuple(share, scrap).map(([where, text]): Mangling => (bytes) => {
    const position = at(bytes, where);
    return Buffer.concat([bytes.subarray(0, position), Buffer.from(text), bytes.subarray(position)]);
  }),
  fc.tuple(share, fc.nat(255)).map(([where, value]): Mangling => (bytes) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[Math.min(copy.length - 1, at(bytes, where))] = value;
    return copy;
  }),
  share.map(
    (where): Mangling =>
      (bytes) =>
        bytes.subarray(0, at(bytes, where)),
  ),
  fc.tuple(share, fc.nat(60)).map(([where, length]): Mangling => (bytes) => {
    const position = at(bytes, where);
    return Buffer.concat([bytes.subarray(0, position), bytes.subarray(position + length)]);
  }),
  fc.tuple(share, fc.nat(200)).map(([where, length]): Mangling => (bytes) => {
    const position = at(bytes, where);
    return Buffer.concat([bytes, bytes.subarray(position, position + length)]);
  }),
  fc.constant<Mangling>((bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')),
  fc.constant<Mangling>((bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le')),
  fc.constant<Mangling>((bytes) => Buffer.from(bytes.toString('latin1').replaceAll(',', ';'), 'latin1')),
  fc.uint8Array({ maxLength: 300 }).map(
    (junk): Mangling =>
      () =>
        Buffer.from(junk),
  ),
);

const manglings = fc.array(fc.tuple(fc.nat(NAMES.length - 1), mangling), { minLength: 1, maxLength: 4 });

async function importOrError(folder: string): Promise<ImportAnswer | ShelfwiseError> {
  try {
    return await place.import(folder);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ShelfwiseError);
    return thrown as ShelfwiseError;
  }
}

async function expectSound(answer: ImportAnswer): Promise<void> {
  let issues = 0;
  for (const { rows, accepted, repaired, rejected, reasons } of answer.files) {
    expect(accepted + repaired + rejected).toBe(rows);
    expect(Math.min(accepted, repaired, rejected)).toBeGreaterThanOrEqual(0);
    const sum = (counts: { rows: number }[]): number => counts.reduce((total, count) => total + count.rows, 0);
    expect([sum(reasons.repaired), sum(reasons.rejected)]).toEqual([repaired, rejected]);
    issues += repaired + rejected;
  }
  const kept = await place.issues(answer);
  expect(kept).toHaveLength(issues);
  expect(new Set(kept.map(({ file, line }) => `${file} ${line}`)).size).toBe(issues);

  const snapshot = await place.open(answer);
  expect(await verifySnapshot(snapshot)).toEqual([]);
  const { accepted, repaired } = reportOf(answer, answer.files.find(({ role }) => role === 'history')!.file);
  const { profile, item, time } = await loadInteractions(snapshot, DEFAULT_RECIPE);
  expect(profile.length).toBe(accepted + repaired);
  const [profiles, items] = [await loadProfiles(snapshot), await loadItems(snapshot)];
  expect([profiles.ids.length, items.ids.length]).toEqual([answer.profiles, answer.items]);
  expect(new Set(profiles.ids).size).toBe(profiles.ids.length);
  expect(profile.every((index) => index >= 0 && index < profiles.ids.length)).toBe(true);
  expect(item.every((index) => index >= 0 && index < items.ids.length)).toBe(true);
  expect(time!.every((seconds, event) => event === 0 || seconds >= time![event - 1]!)).toBe(true);
  const asked = await loadSubmissionProfiles(snapshot);
  expect(asked?.length ?? null).toBe(answer.submissionProfiles);
  expect(asked?.every((id) => profiles.ids.includes(id)) ?? true).toBe(true);
}

/** Number of non-empty lines without the header, which the report must account for; null if quotes or odd characters make lines and rows differ. */
function simpleRows(bytes: Buffer): number | null {
  const text = bytes.toString('utf8');
  if (/["\0\uFFFD\uFEFF]/.test(text) || /\r(?!\n)/.test(text)) return null;
  return text.split('\n').filter((line) => /[^ \t\v\f\r]/.test(line)).length - 1;
}

test('bytes changed, cut, doubled, recoded, replaced by junk', { timeout: 300_000 }, async () => {
  let imported = 0;
  await fc.assert(
    fc.asyncProperty(manglings, async (changes) => {
      const files = new Map<string, Buffer>(
        Object.entries(FOLDER).map(([name, content]) => [name, Buffer.from(bytesOf(content))]),
      );
      for (const [index, mangle] of changes) files.set(NAMES[index]!, mangle(files.get(NAMES[index]!)!));
      const folder = await place.write(`mangled-${++folders}`, Object.fromEntries(files));
      const answer = await importOrError(folder);
      if (answer instanceof ShelfwiseError) {
        expect(answer.code).toBe('bad-data');
        expect(answer.message).toMatch(/_data\.csv|_data_plus\.csv|submission\.csv/);
      } else {
        imported++;
        await expectSound(answer);
        for (const report of answer.files) {
          const rows = simpleRows(files.get(report.file)!);
          if (rows !== null && report.bytes > 0 && report.encoding === 'utf-8')
            expect(report.rows).toBe(Math.max(0, rows));
        }
      }
      expect((await readdir(place.workspace.datasets)).filter((name) => name.startsWith('.'))).toEqual([]);
      await rm(folder, { recursive: true });
    }),
    { numRuns: triedRuns(40, 10), ...triedSeed(1) },
  );
  expect(imported).toBeGreaterThan(0);
});

test('files left out, emptied or swapped', { timeout: 60_000 }, async () => {
  const sources = fc.array(fc.option(fc.constantFrom(...NAMES, 'nothing'), { freq: 3 }), {
    minLength: NAMES.length,
    maxLength: NAMES.length,
  });
  await fc.assert(
    fc.asyncProperty(sources, async (chosen) => {
      const files = Object.fromEntries(
        NAMES.map((name, index) => {
          const source = chosen[index];
          return [
            name,
            source === null ? FOLDER[name] : source === 'nothing' ? (index % 2 ? '' : undefined) : FOLDER[source!],
          ];
        }),
      );
      const answer = await importOrError(await place.write(`swapped-${++folders}`, files));
      if (answer instanceof ShelfwiseError) expect(answer.code).toBe('bad-data');
      else await expectSound(answer);
    }),
    { numRuns: triedRuns(15) },
  );
});

test('DuckDB’s reader and our own pass read the same rows alike', { timeout: 300_000 }, async () => {
  const id = fc.constantFrom('1', '2', '1.0', '', 'nan', 'x1', '-3', '12.', '00', "o'b", '한');
  const time = fc.constantFrom(
    '20260301120000',
    '20260301120000.0',
    '20260301115960',
    '20260231000000',
    '',
    '2026-03-01',
    '1e13',
    '99999999999999',
  );
  const value = fc.constantFrom('', '0', '1.5', 'nan', 'Y', 'N', 'n', '?', '한글', '-1', 'inf', 'null');
  const row = fc.tuple(id, value, time, value, id, value, value, value).map((fields) => fields.join(','));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
      const number = ++folders;
      const folder = (name: string, header: string): Promise<string> =>
        place.write(path.join(`ways-${number}-${name}`), {
          ...FOLDER,
          'meta_data.csv': undefined,
          'history_data.csv': [header, ...rows, historyRow({})],
        });
      const plain = await place.import(await folder('plain', HISTORY_HEADER));
      const byPass = await place.import(await folder('pass', HISTORY_HEADER.replace('payment', '"payment"')));
      expect(byPass.fingerprint).toBe(plain.fingerprint);
      const counts = (answer: ImportAnswer) => {
        const { rows: all, accepted, repaired, rejected, reasons } = reportOf(answer, 'history_data.csv');
        return { all, accepted, repaired, rejected, reasons };
      };
      expect(counts(byPass)).toEqual(counts(plain));
      expect(byPass.findings).toEqual(plain.findings);
    }),
    { numRuns: triedRuns(40, 20) },
  );
});
