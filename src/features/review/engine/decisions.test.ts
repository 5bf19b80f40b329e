import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import type { GivenDecision } from '../contract/exchange';
import { decide, DECISIONS, isDecided, readDecisions, replaceDecisions } from './decisions';
import { fileOf } from '../../../engine/storage/record-file';
import { reviewedProfiles, REVIEWS, setReviewed } from '../../../engine/kept/reviews';

const DATA = 'f'.repeat(64);

const given = (profile: string, decision: GivenDecision['decision']): GivenDecision => ({
  profile,
  decision,
  owner: 'Kim',
  runId: decision === null ? null : 'rabcdefgh2',
  changedAt: '2026-01-02T03:04:05.000Z',
});

const PROFILES = Array.from({ length: 40 }, (_, at) => `p${at}`);

test('marks the decisions of another workspace in one write, however many they are', async () => {
  const workspace = await temporaryWorkspace();
  await replaceDecisions(
    workspace,
    DATA,
    PROFILES.map((profile) => given(profile, 'fine')),
  );
  expect((await reviewedProfiles(workspace, DATA)).size).toBe(PROFILES.length);
  const { revision } = JSON.parse(await fs.readFile(fileOf(REVIEWS, workspace, DATA).path, 'utf8')) as {
    revision: number;
  };
  expect(revision).toBe(1);
  const decided = [...(await readDecisions(workspace, DATA)).values()];
  expect(decided.map(({ decision, runId }) => [decision, runId])).toEqual(PROFILES.map(() => ['fine', 'rabcdefgh2']));
});

test('takes no profile for decided after an interruption half way', async () => {
  const workspace = await temporaryWorkspace();
  const [one, other] = ['p1', 'p2'] as const;
  await replaceDecisions(workspace, DATA, [given(one, 'fine')]);
  // One decision is withdrawn and one is made; the second file cannot be written.
  await fs.rm(workspace.decisions, { recursive: true });
  await fs.writeFile(workspace.decisions, '');
  await expect(replaceDecisions(workspace, DATA, [given(one, 'again'), given(other, 'rule')])).rejects.toMatchObject({
    code: 'usage',
  });
  expect([...(await reviewedProfiles(workspace, DATA))]).toEqual([]);
});

describe.each([null, 'again'] as const)('a withdrawn decision (%s)', (decision) => {
  test.each(['reviews', 'decisions'] as const)('stays what it was if %s cannot be written', async (folder) => {
    const workspace = await temporaryWorkspace();
    const [run, other] = ['rabcdefgh2', 'rabcdefgh3'].map((runId) => ({ runId, listsSha256: null }));
    const { revision } = await decide(workspace, DATA, 'p1', run!, { revision: 0, decision: 'fine' });
    await fs.mkdir(path.join(workspace[folder], `${DATA}.json.claim`));
    await expect(decide(workspace, DATA, 'p1', run!, { revision, decision })).rejects.toMatchObject({
      code: expect.any(String) as string,
    });
    const [decided] = (await readDecisions(workspace, DATA)).values();
    expect([run, other].map((one) => isDecided(decided!, one!))).toEqual([true, false]);
  });
});

test('ties a decision to the lists of the run; without them, as earlier versions write it, to the run', async () => {
  const workspace = await temporaryWorkspace();
  const run = { runId: 'rabcdefgh2', listsSha256: 'a'.repeat(64) };
  const further = { ...run, listsSha256: 'b'.repeat(64) };
  await decide(workspace, DATA, 'p1', run, { revision: 0, decision: 'fine' });
  await replaceDecisions(workspace, DATA, [given('p2', 'fine')]);
  const decisions = await readDecisions(workspace, DATA);
  expect([run, further].map((one) => isDecided(decisions.get('p1')!, one))).toEqual([true, false]);
  expect([run, further].map((one) => isDecided(decisions.get('p2')!, one))).toEqual([true, true]);
  await replaceDecisions(workspace, DATA, [given('p1', 'fine')]);
  expect(isDecided((await readDecisions(workspace, DATA)).get('p1')!, further)).toBe(true);
});

test('gives decisions and owners to the next week, and no mark that would settle whatever is found there', async () => {
  const workspace = await temporaryWorkspace();
  const NEXT = 'e'.repeat(64);
  const run = { runId: 'rabcdefgh2', listsSha256: 'a'.repeat(64) };
  const of = [{ check: 'age', value: null, titles: ['7'] }];
  await decide(workspace, DATA, 'p1', run, { revision: 0, decision: 'fine', of });
  await decide(workspace, DATA, 'p2', run, { revision: 0, owner: 'Kim' });
  await setReviewed(workspace, DATA, 'p3', true);
  await decide(workspace, NEXT, 'p2', run, { revision: 0, owner: 'Lee' });
  await DECISIONS.adopt!(workspace, DATA, NEXT);
  const decisions = await readDecisions(workspace, NEXT);
  expect([...decisions.keys()].toSorted()).toEqual(['p1', 'p2']);
  expect(decisions.get('p1')).toMatchObject({ decision: 'fine', findings: [{ ...of[0], decision: 'fine' }] });
  expect(decisions.get('p2')).toMatchObject({ owner: 'Lee' });
});

test('restores what was said before, whatever it was about', async () => {
  const workspace = await temporaryWorkspace();
  const run = { runId: 'rabcdefgh2', listsSha256: 'a'.repeat(64) };
  const age = { check: 'age', value: null, titles: ['7'] };
  const first = await decide(workspace, DATA, 'p1', run, { revision: 0, decision: 'fine' });
  const second = await decide(workspace, DATA, 'p1', run, { revision: 1, decision: 'rule', of: [age] });
  expect([first.findings, second.findings]).toEqual([undefined, [{ ...age, decision: 'rule' }]]);
  const { decision, runId } = first;
  const back = await decide(workspace, DATA, 'p1', run, { revision: 2, decision, about: runId, findings: null });
  expect(back.findings).toBeUndefined();
  expect(isDecided(back, run)).toBe(true);
  const again = await decide(workspace, DATA, 'p1', run, { revision: 3, decision: 'rule', findings: second.findings });
  expect(again.findings).toEqual(second.findings);
});
