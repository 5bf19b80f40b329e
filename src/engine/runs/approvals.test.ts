import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { SAID_NOTHING_OF } from '../../../tests/support/early-approval';
import type { Approval } from '../../shared/contract/approvals';
import { hashApproval, writeOpened } from './opened';
import { addApproval, APPROVALS_FILE, pruneApprovals, readApprovals, standingOf } from './approvals';

const LISTS = { listsSha256: 'a'.repeat(64) };

const given = (by: string, kind: Approval['kind'] = 'approved'): Approval => ({
  kind,
  by,
  reason: 'looked at all',
  at: '2026-01-02T03:04:05.000Z',
  ...LISTS,
  rulesSha256: null,
  ...SAID_NOTHING_OF,
  found: [],
});

const ABOUT = {
  isIn: (text: string): boolean => text.includes('profile 17'),
  without: (text: string): string => text.replace(' That of profile 17 is odd.', ''),
};
const FORGOTTEN_AT = '2026-04-01T00:00:00.000Z';
const PEOPLE = ['Kim', 'Lee', 'Park', 'Choi', 'Jung', 'Kang', 'Cho', 'Yoon'];

test('keeps all approvals that programs add at the same time, also while one is removed', async () => {
  const folder = await temporaryFolder();
  await addApproval(folder, given('Han, about profile 17'));
  await Promise.all([
    ...PEOPLE.slice(0, 4).map((by) => addApproval(folder, given(by))),
    pruneApprovals(folder, ABOUT, FORGOTTEN_AT),
    ...PEOPLE.slice(4).map((by) => addApproval(folder, given(by))),
  ]);
  const { all } = await readApprovals(folder, LISTS);
  expect(all.map(({ by }) => by).toSorted()).toEqual(PEOPLE.toSorted());
  expect(await fs.readdir(folder)).toEqual([APPROVALS_FILE]);
});

test('lets only one of several concurrent withdrawals succeed', async () => {
  const folder = await temporaryFolder();
  await addApproval(folder, given('Kim'));
  const answers = await Promise.allSettled(PEOPLE.map((by) => addApproval(folder, given(by, 'withdrawn'))));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'usage' });
  expect((await readApprovals(folder, LISTS)).current).toBeNull();
});

test('keeps a withdrawal without its words, so that the withdrawn approval does not count again', async () => {
  const folder = await temporaryFolder();
  await addApproval(folder, given('Kim'));
  await addApproval(folder, given('Lee, about profile 17', 'withdrawn'));
  await addApproval(folder, given('Cho, about profile 17'));
  expect(await pruneApprovals(folder, ABOUT, FORGOTTEN_AT)).toBe(2);
  const { current, all } = await readApprovals(folder, LISTS);
  expect([current, all.map(({ kind, by }) => [kind, by])]).toEqual([
    null,
    [
      ['withdrawn', ''],
      ['approved', 'Kim'],
    ],
  ]);
  expect(await fs.readFile(path.join(folder, APPROVALS_FILE), 'utf8')).not.toContain('profile 17');
  // The next approval counts, and is left alone.
  await addApproval(folder, given('Park'));
  expect(await pruneApprovals(folder, ABOUT, FORGOTTEN_AT)).toBe(0);
  expect((await readApprovals(folder, LISTS)).current).toMatchObject({ by: 'Park' });
});

test('takes sentences out of a reason, and the approval stands', async () => {
  const folder = await temporaryFolder();
  await addApproval(folder, { ...given('Kim'), reason: 'Ten lists are fine. That of profile 17 is odd. All shown.' });
  expect(await pruneApprovals(folder, ABOUT, FORGOTTEN_AT)).toBe(1);
  expect((await readApprovals(folder, LISTS)).current).toMatchObject({
    by: 'Kim',
    reason: 'Ten lists are fine. All shown.',
  });
});

test('counts an approval only for the lists that it was given for', async () => {
  const folder = await temporaryFolder();
  await addApproval(folder, given('Kim'));
  const others = { listsSha256: 'b'.repeat(64) };
  expect(await readApprovals(folder, others)).toMatchObject({ current: null, all: [{ by: 'Kim' }] });
  await expect(addApproval(folder, { ...given('Lee', 'withdrawn'), ...others })).rejects.toMatchObject({
    code: 'usage',
  });
  expect((await readApprovals(folder, LISTS)).current).toMatchObject({ by: 'Kim' });
});

test('drops the earliest approvals beyond what a file may have', async () => {
  const folder = await temporaryFolder();
  const most = Array.from({ length: 1000 }, (_, at) => given(`Kim ${at}`));
  await fs.writeFile(path.join(folder, APPROVALS_FILE), JSON.stringify(most));
  await addApproval(folder, given('Lee'));
  const { all, current } = await readApprovals(folder, LISTS);
  expect([all.length, current?.by, all.at(-1)?.by]).toEqual([1000, 'Lee', 'Kim 1']);
});

test('says which approvals a bundle brought, whatever they say of themselves and whichever words of them are forgotten', async () => {
  const folder = await temporaryFolder();
  const theirs = {
    ...given('Kim'),
    reason: 'Looked at all. That of profile 17 is odd.',
    at: '9999-12-31T00:00:00.000Z',
  };
  await fs.writeFile(path.join(folder, APPROVALS_FILE), JSON.stringify([theirs]));
  const openedAt = '2026-02-03T04:05:06.000Z';
  const opened = { openedAt, bundleSha256: 'c'.repeat(64), file: 'from-kim.shelfwise', withData: true };
  await writeOpened(folder, { ...opened, approvals: [hashApproval(theirs)] });
  const brought = { file: 'from-kim.shelfwise', openedAt };
  expect((await readApprovals(folder, LISTS)).current).toMatchObject({ by: 'Kim', brought });
  await pruneApprovals(folder, ABOUT, FORGOTTEN_AT);
  expect((await readApprovals(folder, LISTS)).current).toMatchObject({ reason: 'Looked at all.', brought });
  // One that was given here is not; a withdrawal of theirs is given here, though it begins with their fields.
  const { current } = await readApprovals(folder, LISTS);
  await addApproval(folder, { ...current!, kind: 'withdrawn', by: 'Lee', at: '2026-03-01T00:00:00.000Z' });
  const { all } = await readApprovals(folder, LISTS);
  expect(all.map((one) => [one.by, one.brought?.file])).toEqual([
    ['Lee', undefined],
    ['Kim', 'from-kim.shelfwise'],
  ]);
  expect(await fs.readFile(path.join(folder, APPROVALS_FILE), 'utf8')).not.toContain('from-kim');
});

test('an approval holds for the lists that it names, and for no others', () => {
  const approval = { ...given('Kim'), deliveredSha256: 'd'.repeat(64) };
  const delivered = { rulesSha256: null, tuningSha256: null, deliveredSha256: 'd'.repeat(64) };
  expect(standingOf(approval, delivered)).toBe('holds');
  expect(standingOf(approval, { ...delivered, deliveredSha256: 'e'.repeat(64) })).toBe('other-lists');
  expect(standingOf(given('Kim'), delivered)).toBe('other-lists');
});
