import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { textContent } from './content';

it('writes all its records, however many, and shows its first lines', async () => {
  const records = Array.from({ length: 30_000 }, (_, index) => `${index},"한 줄\n두 줄",${'x'.repeat(index % 200)}\n`);
  let asked = 0;
  const content = textContent(function* () {
    for (const record of records) {
      asked++;
      yield record;
    }
  });
  expect(content.head(3)).toEqual(['0,"한 줄', '두 줄",', '1,"한 줄']);
  expect(asked).toBe(3);
  const file = path.join(await temporaryFolder(), 'lists.csv');
  await content.fill(file);
  expect((await fs.readFile(file)).equals(Buffer.from(records.join('')))).toBe(true);
});
