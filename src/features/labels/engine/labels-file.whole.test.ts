/** Labels are read from files as spreadsheets save them, row by row. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { finalValue } from '../../../shared/values/final-value';
import { LONGEST_LABEL } from '../../../shared/limits';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { otherService } from '../../../../tests/support/other-service';
import { trainersHere } from '../../../../tests/support/trainers-here';

/** Reads a file of labels with this content, for the data of the other service. */
async function reading() {
  const { folder, mapping } = await otherService();
  const { client } = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
  const { fingerprint: data } = await finalValue(await client.datasets.import({ folder, mapping }));
  const file = path.join(await temporaryFolder(), 'labels.csv');
  return async (content: string | Uint8Array) => {
    await fs.writeFile(file, content);
    return client.labels.readFile({ data, file });
  };
}

it('a file of labels names attributes and values in three columns or two', async () => {
  const read = await reading();
  expect(await read('attribute,code,label\nregion,,지역\nregion,11,서울\nlevel,5,"five, or so"\n')).toEqual({
    entries: [
      { attribute: 'region', label: '지역' },
      { attribute: 'region', code: '11', label: '서울' },
      { attribute: 'level', code: '5', label: 'five, or so' },
    ],
    leftOut: [],
  });
  expect(await read('region,지역\n26,부산\nfilm,영화\n')).toMatchObject({
    entries: [
      { attribute: 'region', label: '지역' },
      { attribute: 'region', code: '26', label: '부산' },
      { attribute: 'kind', code: 'film', label: '영화' },
    ],
    leftOut: [],
  });
});

it('a file of labels is read in the form a spreadsheet saves', async () => {
  const read = await reading();
  const entries = [
    { attribute: 'region', code: '11', label: '서울' },
    { attribute: 'kind', code: 'film', label: '영화' },
  ];
  const text = 'attribute,code,label\r\nregion,11,서울\r\nkind,film,영화\r\n';
  for (const bytes of [
    Buffer.from(`\uFEFF${text}`),
    iconv.encode(text, 'cp949'),
    iconv.encode(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf-16le'),
    Buffer.from(text.replaceAll(',', ';').replaceAll('\r\n', '\r')),
  ])
    expect(await read(bytes)).toEqual({ entries, leftOut: [] });
  expect(await read('속성,코드,표시 이름\nregion,11,서울\nkind,film,영화\n')).toEqual({ entries, leftOut: [] });
  // Rows without a label are not errors.
  expect(await read('attribute,code,label\nregion,11,서울\nregion,26,\nkind,film,영화\n')).toEqual({
    entries,
    leftOut: [],
  });
});

it('a file of labels reports which rows it leaves out, and why', async () => {
  const read = await reading();
  const { entries, leftOut } = await read(
    [
      'attribute,code,label',
      'region,99,nowhere',
      'sex,,성별',
      'region,11,서울',
      'region,11,Seoul',
      'one,two,three,four',
      'K1,either',
      '"two',
      'lines",x',
      `region,26,${'x'.repeat(LONGEST_LABEL + 1)}`,
      'level,five,5',
      '\u001B[2J,11,x',
    ].join('\n'),
  );
  expect(entries).toEqual([{ attribute: 'region', code: '11', label: '서울' }]);
  expect(leftOut.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'unknown'],
    [3, 'unknown'],
    [5, 'twice'],
    [6, 'fields'],
    [7, 'several'],
    [8, 'unknown'],
    [10, 'label'],
    [11, 'unknown'],
    [12, 'unknown'],
  ]);
});

it('a file of another form is refused, and the expected form is shown', async () => {
  const read = await reading();
  for (const content of ['', '\0\0\0\0', '{"a": 1}', '\n\n', 'just a text', Buffer.alloc(5000, 0xff)])
    await expect(read(content)).rejects.toMatchObject({ code: 'bad-data' });
  await expect(read('a,b\n'.repeat(600_000))).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringContaining('too large'),
  });
  expect((await read('"open, and never closed\nregion,11,서울\n')).entries).toHaveLength(1);
});
