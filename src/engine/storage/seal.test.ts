/** A file of records tells when a bit of it turned over, whichever bit, and goes on with what other versions write. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { changeRecords, readContent, readRecords, type RecordFile, withRecord } from './record-file';

interface Pin {
  readonly title: string;
  readonly place: number;
}

let folder: string;
let file: RecordFile<Pin>;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-seal-'));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const pins = (name: string): RecordFile<Pin> => ({
  path: path.join(folder, `${name}.json`),
  name: 'pins',
  value: z.object({ title: z.string(), place: z.int() }),
});

const put = (key: string, pin: Pin): Promise<void> => changeRecords(file, (pinned) => withRecord(pinned, key, pin));
const fields = async () => JSON.parse(await fs.readFile(file.path, 'utf8'));
const write = (content: object): Promise<void> => fs.writeFile(file.path, JSON.stringify(content));

test('any bit that turns over is told, or changes no record', async () => {
  file = pins('bits');
  await put('a', { title: '1019', place: 3 });
  await put('__proto__', { title: 'Wald', place: 12 });
  const whole = await fs.readFile(file.path);
  const records = await readRecords(file);
  let told = 0;
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const turned = Buffer.from(whole);
    turned[bit >> 3]! ^= 1 << (bit & 7);
    await fs.writeFile(file.path, turned);
    const read = await readRecords(file).catch(() => null);
    if (read === null) told++;
    else expect(read, `bit ${bit}`).toEqual(records);
  }
  // What is left are bits of the seal's own name and revision, and of white space.
  expect(told).toBeGreaterThan(whole.length * 8 * 0.7);
});

test('a change from elsewhere is refused, with what to do, and nothing is written over it', async () => {
  file = pins('elsewhere');
  await put('a', { title: '1019', place: 3 });
  const { pins: kept, ...others } = await fields();
  await write({ ...others, pins: { a: { ...kept.a, place: 5 } } });
  const refused = { code: 'bad-data', message: expect.stringContaining('“seal”') };
  await expect(readRecords(file)).rejects.toMatchObject(refused);
  await expect(readContent(file)).rejects.toMatchObject(refused);
  await expect(put('b', { title: '7', place: 1 })).rejects.toMatchObject(refused);
  expect((await fields()).pins.a.place).toBe(5);

  const { seal: _, ...unsealed } = await fields();
  await write(unsealed);
  await put('b', { title: '7', place: 1 });
  expect(Array.from(await readRecords(file))).toHaveLength(2);
  expect((await fields()).seal).toMatchObject({ revision: 2 });
});

test('what Shelfwise 1.0 writes into it counts: it keeps the seal and raises the revision', async () => {
  file = pins('earlier');
  await put('a', { title: '1019', place: 3 });
  const written = await fields();
  await write({ ...written, revision: written.revision + 1, pins: { a: { title: '1019', place: 9 } } });
  expect((await readRecords(file)).get('a')!.place).toBe(9);
});

test('the order of fields and the white space are nobody’s matter', async () => {
  file = pins('order');
  await put('a', { title: '1019', place: 3 });
  const entries = Object.entries(await fields()).toReversed();
  await fs.writeFile(file.path, JSON.stringify(Object.fromEntries(entries), null, 8));
  expect((await readRecords(file)).get('a')).toEqual({ title: '1019', place: 3 });
});
