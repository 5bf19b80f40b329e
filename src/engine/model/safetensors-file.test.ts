import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../storage/read-files';
import type { NamedTensors } from './recommender';
import { encodeSafetensors, safetensorsPieces } from './safetensors';
import { readSafetensors, sha256OfSafetensors, writeSafetensors } from './safetensors-file';

const TENSORS: NamedTensors = {
  encoder: { shape: [2, 3], values: Float32Array.of(1, -2, 3.5, 0, NaN, Infinity) },
  none: { shape: [0, 4], values: new Float32Array(0) },
  // A view, which begins in the middle of its memory.
  items: { shape: [3], values: Int32Array.of(9, 7, -1, 2147483647).subarray(1) },
};

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-tensors-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes the same bytes in pieces as at once, and reads them back in pieces of any size', async () => {
  const file = path.join(folder, 'whole.safetensors');
  await writeSafetensors(file, TENSORS, { stage: 'choose' });
  const bytes = await readFile(file);
  expect(bytes).toEqual(encodeSafetensors(TENSORS, { stage: 'choose' }));
  expect(sha256OfSafetensors(TENSORS, { stage: 'choose' })).toBe(sha256(bytes));
  for (const piece of [1, 5, 8, 1 << 24]) {
    const found = (await readSafetensors(file, piece))!;
    expect(found).toEqual({ tensors: TENSORS, metadata: { stage: 'choose' }, sha256: sha256(bytes) });
    expect(Object.keys(found.tensors)).toEqual(Object.keys(TENSORS));
  }
  expect(await readSafetensors(path.join(folder, 'none.safetensors'))).toBeNull();
});

it('writes tensors as views, without copying them', () => {
  const [, first] = safetensorsPieces(TENSORS);
  expect(first!.buffer).toBe(TENSORS['encoder']!.values.buffer);
});

it('refuses a file that is truncated anywhere, or longer', async () => {
  const file = path.join(folder, 'cut.safetensors');
  await writeSafetensors(file, TENSORS);
  const whole = await readFile(file);
  for (const length of [0, 7, 8, 20, whole.length - 13, whole.length - 1]) {
    await writeFile(file, whole);
    await truncate(file, length);
    await expect(readSafetensors(file, 5)).rejects.toMatchObject({
      code: 'bad-data',
      said: [{ id: 'tensors.damaged' }],
    });
  }
  await writeFile(file, whole);
  await appendFile(file, 'x');
  await expect(readSafetensors(file, 5)).rejects.toMatchObject({ code: 'bad-data' });
});
