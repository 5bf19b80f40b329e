/** What the audit log says is what was done: on a full disk, after a kill, and where somebody else changed the log. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { toShelfwiseError } from '../../../shared/errors';
import { profileId, type Trained, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { NO_SMALL_DISK, smallDisk, type SmallDisk } from '../../../../tests/support/small-disk';
import type { Exchange } from '../contract/exchange';

const PROFILES = 24;

async function opened(workspaceFolder: string, { dataset, record: { runId } }: Trained) {
  const { client } = await createEngine({ workspaceFolder, launcher: trainersHere });
  const logFile = path.join(workspaceFolder, 'audit', `${dataset.fingerprint}.jsonl`);
  return {
    client,
    data: dataset.fingerprint,
    runId,
    logFile,
    logged: async (what: string) => (await client.review.audit({ runId })).filter((entry) => entry.what === what),
    /** Whether it was done, or the code of what stood in its way. */
    outcomeOf: (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'done',
        (thrown: unknown) => toShelfwiseError(thrown).code,
      ),
  };
}

it('has each rule that somebody confirmed or no longer does, also where that was refused', async () => {
  const trained = await trainedRun({ model: 'popularity' });
  const { client, data, logged, outcomeOf } = await opened(trained.workspace.folder, trained);
  const [one, other] = ['a'.repeat(64), 'b'.repeat(64)] as const;
  const { revision } = await client.checks.set({ data, revision: 0, confirmed: [one] });
  // Settings of checks are no act of a person about lists.
  const { revision: later } = await client.checks.set({ data, revision, settings: [{ id: 'age', mode: 'stop' }] });
  expect(await outcomeOf(client.checks.set({ data, revision, confirmed: [one, other] }))).toBe('busy');
  await client.checks.set({ data, revision: later, confirmed: [] });
  const told = async (what: string) => (await logged(what)).map(({ ruleSha256, outcome }) => [ruleSha256, outcome]);
  expect(await told('rule-confirmed')).toEqual([
    [other, 'failed'],
    [one, 'completed'],
  ]);
  expect(await told('rule-no-longer-confirmed')).toEqual([[one, 'completed']]);
});

describe.skipIf(NO_SMALL_DISK !== null)(`on a full disk${NO_SMALL_DISK === null ? '' : ` (${NO_SMALL_DISK})`}`, () => {
  let disk: SmallDisk;
  let here: Awaited<ReturnType<typeof opened>>;
  beforeEach(async () => {
    const trained = await trainedRun({ model: 'popularity' });
    disk = await smallDisk(8192);
    const folder = path.join(disk.folder, 'workspace');
    await fs.cp(trained.workspace.folder, folder, { recursive: true });
    here = await opened(folder, trained);
  });
  afterEach(() => disk.remove());

  it('an approval stands where the log has it, and nowhere else; the log has no torn line', async () => {
    const { client, runId, outcomeOf, logged, logFile } = here;
    await client.review.approve({ runId, by: 'Jiwoo', reason: 'first' });
    const outcomes: string[] = [];
    // Reasons of another length each, so that the disk is full at any point of the log.
    for (let pages = 0; pages < 4; pages++)
      for (let length = 700; length < 1100; length += 90) {
        await disk.leave(4096 * pages);
        outcomes.push(await outcomeOf(client.review.approve({ runId, by: 'Jiwoo', reason: 'x'.repeat(length) })));
      }
    await disk.clear();
    expect(new Set(outcomes)).toEqual(new Set(['done', 'no-space']));
    const standing = (await client.review.approvals({ runId })).all.map(({ reason }) => reason);
    const approved = await logged('approved');
    const completed = approved.filter(({ outcome }) => outcome === 'completed');
    expect(completed.map(({ reason }) => reason)).toEqual(standing);
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBe(standing.length - 1);
    const text = await fs.readFile(logFile, 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    expect(await logged('damaged')).toEqual([]);
  });

  it('decisions of another workspace stand where the log has them, and the same file makes it whole', async () => {
    const { client, data, runId, outcomeOf, logFile } = here;
    const decisions = Array.from({ length: PROFILES }, (_, at) => ({
      profile: profileId(at),
      decision: 'again' as const,
      owner: 'Kim '.repeat(24).trim(),
      runId,
      changedAt: null,
    }));
    const file = path.join(await temporaryFolder(), 'kept.json');
    const exchange: Exchange = { format: 'shelfwise-kept', formatVersion: 1, fingerprint: data, notes: [], decisions };
    await fs.writeFile(file, JSON.stringify(exchange));
    const merge = () => client.review.importKept({ data, file, theirs: true, save: true });
    const standing = async (): Promise<string[]> => {
      const out = path.join(await temporaryFolder(), 'all.json');
      await client.review.saveKept({ data, out });
      return (JSON.parse(await fs.readFile(out, 'utf8')) as Exchange).decisions.map(({ profile }) => profile);
    };
    const inLog = async (): Promise<unknown[]> =>
      (await client.review.audit({ runId })).flatMap(({ what, profile }) =>
        what === 'imported-decision' ? profile! : [],
      );
    const failed: string[] = [];
    for (const pages of [1, 3, 4, 5, 6]) {
      await fs.rm(logFile, { force: true });
      await fs.rm(path.join(path.dirname(path.dirname(logFile)), 'decisions'), { recursive: true, force: true });
      await disk.leave(4096 * pages);
      const outcome = await outcomeOf(merge());
      await disk.clear();
      if (outcome !== 'done') failed.push(outcome);
      const [there, told] = [await standing(), new Set(await inLog())];
      expect(
        there.filter((profile) => !told.has(profile)),
        `${pages} pages, ${outcome}`,
      ).toEqual([]);
      expect(there.length).toBe(outcome === 'done' ? PROFILES : 0);
      await merge();
      expect(new Set(await inLog()).size).toBe(PROFILES);
    }
    expect(new Set(failed)).toEqual(new Set(['no-space']));
  });
});

describe('a log that something else changed', () => {
  let here: Awaited<ReturnType<typeof opened>>;
  let folder: string;
  beforeEach(async () => {
    const trained = await trainedRun({ model: 'popularity' });
    folder = trained.workspace.folder;
    here = await opened(folder, trained);
    await here.client.review.approve({ runId: here.runId, by: 'Jiwoo', reason: 'first' });
  });

  it('with a torn line has the next entry on a line of its own', async () => {
    const { client, runId, logFile, logged } = here;
    await fs.appendFile(logFile, '{"at":"2026-11-29T10:00:00.000Z","what":"appro');
    await client.review.approve({ runId, by: 'Jiwoo', reason: 'second' });
    expect((await logged('approved')).map(({ reason }) => reason)).toEqual(['second', 'first']);
    expect((await logged('damaged')).length).toBe(1);
  });

  it('tells at which line something was taken out, and of which export it has lost the end', async () => {
    const { client, runId, logFile } = here;
    const line = await commandLineHere();
    const audit = (json = '') => line.run(`audit --run ${runId} --workspace ${folder}${json}`);
    await client.review.withdraw({ runId, by: 'Minsu', reason: 'a series' });
    const out = path.join(await temporaryFolder(), 'lists.csv');
    const { auditSha256 } = await client.runs.export({ runId, out, format: 'csv' });
    expect(auditSha256).toMatch(/^[0-9a-f]{64}$/);
    const whole = await fs.readFile(logFile, 'utf8');
    const sound = await audit();
    expect([sound.status, sound.err]).toEqual([0, '']);
    expect(sound.out).not.toMatch(/BROKEN|missing/);

    const lines = whole.trimEnd().split('\n');
    await fs.writeFile(logFile, `${lines.filter((one) => !one.includes('withdrawn')).join('\n')}\n`);
    const broken = await audit();
    expect(broken.out).toMatch(/CHAIN BROKEN before this line/);
    expect(broken.err).toMatch(/The log is not what Shelfwise wrote/);
    expect(broken.status).toBe(6);
    // The withdrawal knows of its line; the export names a head that the log still has.
    expect(broken.out.match(/missing/g)).toHaveLength(1);

    await fs.writeFile(logFile, `${lines.slice(0, 4).join('\n')}\n`);
    expect((await audit(' --json')).json().entries[0]).toMatchObject({ what: 'missing', runId });
    const short = await audit();
    expect(short.err).toMatch(/The log is not what Shelfwise wrote/);
    expect(short.status).toBe(6);
    await line.remove();
  });
});
