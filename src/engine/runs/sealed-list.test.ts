/** Approvals and exports of a run tell when a bit of them turned over, in whichever byte, and go on with what Shelfwise 1.0 writes between. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { SAID_NOTHING_OF } from '../../../tests/support/early-approval';
import { temporaryFolder } from '../../../tests/support/finished-run';
import type { Approval } from '../../shared/contract/approvals';
import type { ExportRecord } from '../../shared/contract/run';
import { addApproval, pruneApprovals, readApprovals } from './approvals';
import { pruneExports, readExports, rememberExport } from './earlier-exports';
import { writeForgottenRun } from './forgotten-run';

const LISTS = { listsSha256: 'a'.repeat(64) };
const approval: Approval = {
  kind: 'approved',
  by: 'Kim',
  reason: 'looked at 10 lists',
  at: '2026-01-02T03:04:05.000Z',
  ...LISTS,
  rulesSha256: null,
  ...SAID_NOTHING_OF,
  found: [{ check: 'age', count: 10 }],
};
const exported: ExportRecord = {
  format: 'csv',
  path: '/lists.csv',
  profiles: 30,
  sha256: 'c'.repeat(64),
  exportedAt: '2026-11-29T10:00:00.000Z',
  checks: [],
};
const FORGOTTEN = { formatVersion: 1, dataset: null, withModel: false } as const;

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const LISTS_OF_RUN = {
  'approvals.json': {
    add: (at: string) => addApproval(folder, { ...approval, at }),
    read: async () => (await readApprovals(folder, LISTS)).all,
    forget: (at: string) => pruneApprovals(folder, { isIn: () => false, without: (text) => text }, at),
    /** A record as 1.0 leaves it where a forgotten profile was in its words. */
    wordless: { by: '', reason: '' },
  },
  'exports.json': {
    add: (at: string) => rememberExport(folder, { ...exported, exportedAt: at, path: `/${at}.csv` }),
    read: () => readExports(folder),
    forget: (at: string) => pruneExports(folder, () => false, at),
    wordless: { path: '' },
  },
};

describe.each(Object.entries(LISTS_OF_RUN))('%s', (name, { add, read, forget, wordless }) => {
  const stored = async (): Promise<object[]> => JSON.parse(await fs.readFile(path.join(folder, name), 'utf8'));
  const write = (records: readonly object[]): Promise<void> =>
    fs.writeFile(path.join(folder, name), JSON.stringify(records));
  const at = (day: number): string => `2026-12-0${day}T00:00:00.000Z`;
  const refused = { code: 'bad-data', message: expect.stringContaining('“seal”') };

  it('refuses a record that was changed from elsewhere, and writes nothing over it', async () => {
    await add(at(1));
    const [first] = await stored();
    await write([{ ...first, ...wordless }]);
    await expect(read()).rejects.toMatchObject(refused);
    await expect(add(at(2))).rejects.toMatchObject(refused);
    const { seal: _, ...unsealed } = first as { seal: object };
    await write([{ ...unsealed, ...wordless }]);
    await add(at(2));
    expect((await stored()).map((one) => Object.hasOwn(one, 'seal'))).toEqual([true, true]);
  });

  it('takes what Shelfwise 1.0 adds, and what it forgets', async () => {
    await add(at(1));
    const [first] = await stored();
    const { seal: _, ...added } = first as { seal: object };
    await write([first!, added]);
    expect(await read()).toHaveLength(2);
    await write([{ ...first, ...wordless }, added]);
    await expect(read()).rejects.toMatchObject(refused);
    await writeForgottenRun(folder, { ...FORGOTTEN, forgottenAt: at(3) });
    expect(await read()).toHaveLength(2);
  });

  it('is protected after a profile was forgotten as before', async () => {
    await add(at(1));
    await forget(at(3));
    // Killed before forgotten.json, it is read all the same.
    expect(await read()).toHaveLength(1);
    await writeForgottenRun(folder, { ...FORGOTTEN, forgottenAt: at(3) });
    const [first] = await stored();
    await write([{ ...first, ...wordless }]);
    await expect(read()).rejects.toMatchObject(refused);
  });
});

it(
  'tells of a bit of an approval that turned over in any byte, or the approval does not change',
  { tags: ['thorough'] },
  async () => {
    const file = path.join(folder, 'approvals.json');
    const { read } = LISTS_OF_RUN['approvals.json'];
    await addApproval(folder, approval);
    const whole = await fs.readFile(file);
    let told = 0;
    // One bit of each byte, through the disk; seal.test.ts turns all of them.
    for (let byte = 0; byte < whole.length; byte++) {
      const turned = Buffer.from(whole);
      turned[byte]! ^= 1 << (byte & 7);
      await fs.writeFile(file, turned);
      const now = await read().catch(() => null);
      if (now === null) told++;
      else expect(now.map(withoutUnknownFields), `byte ${byte}`).toEqual([approval]);
    }
    // What is left are bits of the seal's own name and state, and of white space.
    expect(told).toBeGreaterThan(whole.length * 0.7);
  },
);

/** A bit that turns in the name of a seal makes a field that no version knows. */
const withoutUnknownFields = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key in approval));
