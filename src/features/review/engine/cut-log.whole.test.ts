/** A log that is cut anywhere is told as long as a record knows of a later line: an approval, a withdrawal or an export. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../engine';
import type { Approval } from '../../../shared/contract/approvals';
import { hashApproval, writeOpened } from '../../../engine/runs/opened';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { profileId, type Trained, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

let trained: Trained;
let client: EngineClient;
let logFile: string;
let runId: string;
beforeEach(async () => {
  trained = await trainedRun({ model: 'popularity' });
  ({ client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere }));
  ({ runId } = trained.record);
  logFile = path.join(trained.workspace.audit, `${trained.dataset.fingerprint}.jsonl`);
});

const signed = { by: 'Jiwoo', reason: 'looked at all' };
const DOES = {
  decision: () => client.review.decide({ runId, profile: profileId(1), decision: 'fine', owner: '', revision: 0 }),
  approved: () => client.review.approve({ runId, ...signed }),
  withdrawn: () => client.review.withdraw({ runId, ...signed }),
  export: async () =>
    client.runs.export({ runId, out: path.join(await temporaryFolder(), 'lists.csv'), format: 'csv' }),
};
const linesOf = async (): Promise<string[]> => (await fs.readFile(logFile, 'utf8')).trimEnd().split('\n');
const cutTo = (lines: readonly string[]): Promise<void> =>
  fs.writeFile(logFile, lines.map((line) => `${line}\n`).join(''));
const isTold = async (): Promise<boolean> =>
  (await client.review.audit({ runId })).some(({ what, chain }) => what === 'missing' || chain === 'broken');

it.each([
  [['decision', 'approved', 'withdrawn', 'export', 'approved']],
  [['decision', 'approved', 'export', 'withdrawn']],
  [['decision', 'approved', 'withdrawn', 'approved', 'export']],
] as const)('is told wherever it is cut before the last that names it: %s', async (acts) => {
  for (const act of acts) await DOES[act]();
  const lines = await linesOf();
  const named = lines.findLastIndex((line) => line.includes(`"what":"${acts.at(-1)!}"`));
  expect(await isTold()).toBe(false);
  for (let kept = 0; kept < lines.length; kept++) {
    await cutTo(lines.slice(0, kept));
    expect(await isTold(), `cut to ${kept} of ${lines.length} lines`).toBe(kept <= named);
  }
});

it('is not told missing for an approval that a bundle brought: it names the log of another workspace', async () => {
  await DOES.approved();
  const file = path.join(trained.folder, 'approvals.json');
  const [approval] = JSON.parse(await fs.readFile(file, 'utf8')) as [Approval];
  expect(approval.auditSha256).toMatch(/^[0-9a-f]{64}$/);
  await fs.writeFile(file, JSON.stringify([{ ...approval, seal: undefined, auditSha256: '0'.repeat(64) }]));
  expect(await isTold()).toBe(true);
  await writeOpened(trained.folder, {
    openedAt: '2026-01-01T00:00:00.000Z',
    bundleSha256: '0'.repeat(64),
    withData: true,
    approvals: [hashApproval(approval)],
  });
  expect(await isTold()).toBe(false);
});
