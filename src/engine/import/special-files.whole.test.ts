/** Files of a data folder that are damaged, or not regular files. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtFolder } from './propose/look-at-folder';
import { writeParquetFile } from '../../../tests/support/raw-duckdb';
import { HISTORY_HEADER, historyRow, makePlace, type Place, PROFILE_HEADER } from '../../../tests/support/importing';
import { triedRuns } from '../../../tests/support/tried';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

describe('a Parquet file', () => {
  const events = { file: 'events.parquet', profile: 'u', item: 'i', time: 't' };

  test('whose body is damaged anywhere is refused or read, and never causes an internal error', async () => {
    const folder = await place.write('damaged', {});
    const file = path.join(folder, 'events.parquet');
    await writeParquetFile(
      file,
      `SELECT 'user ' || i % 50 AS u, 'item ' || i % 70 AS i, 1700000000 + i AS t FROM range(3000) r(i)`,
    );
    const whole = await fs.readFile(file);
    const outcomes = new Set<string>();
    for (let position = 4; position < whole.length - 8; position += Math.ceil(whole.length / triedRuns(40))) {
      const bytes = Buffer.from(whole);
      bytes.fill(0xff, position, Math.min(position + 12, bytes.length - 8));
      await fs.writeFile(file, bytes);
      outcomes.add(
        await place.import(folder, { mapping: { events } }).then(
          () => 'read',
          (thrown: unknown) => (thrown as { code: string }).code,
        ),
      );
    }
    expect(outcomes).toContain('bad-data');
    expect(['bad-data', 'read']).toEqual(expect.arrayContaining([...outcomes]));
  });
});

describe.skipIf(process.platform === 'win32')('a pipe or a link', () => {
  const history = [HISTORY_HEADER, historyRow({})];
  const profiles = [PROFILE_HEADER, '1,F,4,P01,,,K01,,'];

  test.each(['history_data.csv', 'profile_data.csv', 'meta_data.csv'])('named %s is refused at once', async (name) => {
    for (const [kind, make] of [
      ['pipe', (target: string) => execFileSync('mkfifo', [target])],
      ['link to itself', (target: string) => fs.symlink(target, target)],
      ['link to a device', (target: string) => fs.symlink('/dev/zero', target)],
    ] as const) {
      const folder = await place.write(`${kind} ${name}`, {
        'history_data.csv': history,
        'profile_data.csv': profiles,
      });
      await fs.rm(path.join(folder, name), { force: true });
      await make(path.join(folder, name));
      const code = await place.import(folder).then(
        () => 'read',
        (thrown: unknown) => (thrown as { code: string }).code,
      );
      expect(['bad-data', 'usage', 'not-found']).toContain(code);
    }
  });

  test('beside other files does not prevent the proposal of a mapping', async () => {
    const folder = await place.write('beside', {
      'events.csv': [
        'user_id,movie_id,time',
        ...Array.from({ length: 20 }, (_, i) => `u${i % 3},m${i % 4},${1700000000 + i}`),
      ],
    });
    execFileSync('mkfifo', [path.join(folder, 'pipe.csv')]);
    await fs.symlink('nowhere.csv', path.join(folder, 'broken.csv'));
    expect((await lookAtFolder(folder)).mapping?.events).toMatchObject({ file: 'events.csv', profile: 'user_id' });
  });
});
