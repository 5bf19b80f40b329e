/** Files in the folder of a run that have one hash of their own tell when a bit of them turned over, wherever. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { VERIFICATIONS, readCertificates, writeCertificate } from './certificates';
import { FORGOTTEN_FILE, readForgottenRun, writeForgottenRun } from './forgotten-run';
import { OPENED_FILE, readOpened, writeOpened } from './opened';
import { readStability, writeStability } from './stability-file';

const HASH = 'a'.repeat(64);
const AT = '2026-01-02T03:04:05.000Z';
const OUTCOME = { weightsSha256: HASH, listsSha256: HASH, metrics: null };

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const FILES = {
  'a certificate': {
    file: `${VERIFICATIONS}/20260102T030405000Z.json`,
    write: () =>
      writeCertificate(folder, {
        runId: 'r12345abcd',
        verifiedAt: AT,
        verdict: 'identical-bits',
        differs: [],
        cause: 'All bits are the same.',
        firstDifferentEpoch: null,
        metricDifference: null,
        recorded: OUTCOME,
        repeated: null,
        seconds: 3,
      }),
    /** A damaged one is passed over. */
    read: async () => (await readCertificates(folder))[0] ?? Promise.reject(new Error('none')),
  },
  [OPENED_FILE]: {
    file: OPENED_FILE,
    write: () =>
      writeOpened(folder, {
        openedAt: AT,
        bundleSha256: HASH,
        file: 'week.shelfwise',
        withData: true,
        approvals: [HASH],
      }),
    read: async () => {
      // The reader keeps fields that it does not know, which a bit in the name of the seal makes it.
      const { openedAt, bundleSha256, file, withData, approvals } = (await readOpened(folder))!;
      return { openedAt, bundleSha256, file, withData, approvals };
    },
  },
  [FORGOTTEN_FILE]: {
    file: FORGOTTEN_FILE,
    write: () => writeForgottenRun(folder, { formatVersion: 1, forgottenAt: AT, dataset: HASH, withModel: false }),
    read: () => readForgottenRun(folder),
  },
  'what a measurement of stability found': {
    file: 'stability.json',
    write: () =>
      writeStability(folder, {
        copies: 4,
        noise: { hidden: 0.5, rate: 'fixed', isOwn: true },
        seed: 1,
        listsSha256: HASH,
        measuredAt: AT,
        rows: [3, 7],
        shares: [0.5, 1],
      }),
    read: async () =>
      (await readStability(folder, { listsSha256: HASH, profiles: 8 })) ?? Promise.reject(new Error('none')),
  },
};

describe.each(Object.entries(FILES))('%s', (_, { file, write, read }) => {
  it('tells of a bit that turned over in any byte, or says what was written', async () => {
    await write();
    const place = path.join(folder, file);
    const whole = await fs.readFile(place);
    const before = await read();
    let told = 0;
    // A bit of each byte, another one each time: seal.test.ts tries all of one file.
    for (const byte of whole.keys()) {
      const bit = byte % 7;
      const turned = Buffer.from(whole);
      turned[byte]! ^= 1 << bit;
      await fs.writeFile(place, turned);
      const after = await read().catch(() => null);
      if (after === null) told++;
      else expect(after, `byte ${byte}, bit ${bit}`).toEqual(before);
    }
    // What is left are bits of the name of the seal, and of white space.
    expect(told).toBeGreaterThan(whole.length * 0.7);
  });

  it('without a seal is read as 1.0 wrote it', async () => {
    await write();
    const before = await read();
    const place = path.join(folder, file);
    const { seal, ...others } = JSON.parse(await fs.readFile(place, 'utf8'));
    expect(seal).toHaveProperty('sha256');
    await fs.writeFile(place, JSON.stringify(others));
    expect(await read()).toEqual(before);
  });
});
