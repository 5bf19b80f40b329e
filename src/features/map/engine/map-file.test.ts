/** The file of a map: what was written is read back, and whatever a file contains, the result can be drawn. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { toShelfwiseError } from '../../../shared/errors';
import { decodeMap, encodeMap, type KeptMap, MAP_FILES, readMap } from './map-file';

const weightsSha256 = 'a'.repeat(64);
const map: KeptMap = {
  basis: 'codes',
  weightsSha256,
  parent: { runId: 'r23456789a', sha256: 'b'.repeat(64) },
  places: Float32Array.of(-1, 0.5, 0.25, -0.75, 1, 1),
  cluster: Int32Array.of(0, 1, 0),
  placed: Int32Array.of(1, 1, 0),
  directions: [{ direction: 2, share: 0.25, raises: 'a', lowers: '"', x: 0.5, y: -0.5 }],
  earlier: { known: Int32Array.of(0, 2), from: Float32Array.of(-0.9, 0.5, 0, 0) },
};

it('returns what was written, and has other bytes for another map', async () => {
  const folder = await temporaryFolder();
  const { bytes, sha256 } = encodeMap('profiles', map);
  await fs.writeFile(path.join(folder, MAP_FILES.profiles), bytes);
  const record = { weightsSha256 };
  expect(await readMap(folder, 'profiles', { record, points: 3 })).toEqual({ ...map, sha256 });
  expect(await readMap(folder, 'profiles', { record, points: 4 })).toBeNull();
  expect(await readMap(folder, 'titles', { record, points: 3 })).toBeNull();
  expect(encodeMap('profiles', map).sha256).toBe(sha256);
  expect(encodeMap('titles', map).sha256).not.toBe(sha256);
  expect(encodeMap('profiles', { ...map, parent: null, earlier: null }).sha256).not.toBe(sha256);
});

it('with any byte changed is refused, or is a map that can be drawn', () => {
  const { bytes } = encodeMap('profiles', map);
  let refused = 0;
  for (let at = 0; at < bytes.length; at++)
    for (const flipped of [1, 0x40, 0x80]) {
      const forged = Uint8Array.from(bytes);
      forged[at]! ^= flipped;
      try {
        const { places, cluster, earlier } = decodeMap(forged, 'profiles', 3);
        for (const value of [...places, ...earlier!.from]) expect(Math.abs(value)).toBeLessThanOrEqual(100);
        expect(new Set(cluster)).toEqual(new Set(Array.from({ length: Math.max(...cluster) + 1 }, (_, own) => own)));
      } catch (thrown) {
        expect(['bad-data', 'newer-version']).toContain(toShelfwiseError(thrown).code);
        refused++;
      }
    }
  expect(refused).toBeGreaterThan(bytes.length);
});
