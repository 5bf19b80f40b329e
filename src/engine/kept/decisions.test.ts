import * as fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../../../tests/support/finished-run';
import type { GivenDecision } from '../../shared/contract';
import { readDecisions, replaceDecisions } from './decisions';
import { reviewedProfiles, reviewsFile } from './reviews';

const DATA = 'f'.repeat(64);

const given = (profile: string, decision: GivenDecision['decision']): GivenDecision => ({
  profile,
  decision,
  owner: 'Kim',
  runId: decision === null ? null : 'rabcdefgh2',
  changedAt: '2026-01-02T03:04:05.000Z',
});

const PROFILES = Array.from({ length: 40 }, (_, at) => `p${at}`);

test('decisions of another workspace are marked in one write, however many they are', async () => {
  const workspace = await temporaryWorkspace();
  await replaceDecisions(
    workspace,
    DATA,
    PROFILES.map((profile) => given(profile, 'fine')),
  );
  expect((await reviewedProfiles(workspace, DATA)).size).toBe(PROFILES.length);
  const { revision } = JSON.parse(await fs.readFile(reviewsFile(workspace, DATA).path, 'utf8')) as { revision: number };
  expect(revision).toBe(1);
  const decided = [...(await readDecisions(workspace, DATA)).values()];
  expect(decided.map(({ decision, runId }) => [decision, runId])).toEqual(PROFILES.map(() => ['fine', 'rabcdefgh2']));
});

test('of what an end in between leaves half, nobody is taken for decided about', async () => {
  const workspace = await temporaryWorkspace();
  const [one, other] = ['p1', 'p2'] as const;
  await replaceDecisions(workspace, DATA, [given(one, 'fine')]);
  // One decision is taken back and one is made; the second file cannot be written.
  await fs.rm(workspace.decisions, { recursive: true });
  await fs.writeFile(workspace.decisions, '');
  await expect(replaceDecisions(workspace, DATA, [given(one, 'again'), given(other, 'rule')])).rejects.toMatchObject({
    code: 'usage',
  });
  expect([...(await reviewedProfiles(workspace, DATA))]).toEqual([]);
});
